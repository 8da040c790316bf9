package id.pendopo.config.security;

import id.pendopo.config.security.AccessRefused.Reason;
import id.pendopo.config.security.passkeys.Passkeys;
import id.pendopo.config.sessions.Sessions;
import id.pendopo.ticketing.Agents;
import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.CountryPack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The accounts of people: made, changed, disabled. In the same transaction the desk is told who works tickets, the change
 * is written down, and whoever may do less than before loses their sessions.
 */
@Component
public class People {

    private static final String KIND = "config.change.person";

    private final PersonRecords records;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final Agents agents;
    private final Passkeys passkeys;
    private final ChangeLog changes;
    private final CountryPack pack;
    private final TransactionOperations transactions;

    People(
            PersonRecords records,
            PasswordEncoder encoder,
            Sessions sessions,
            Agents agents,
            Passkeys passkeys,
            ChangeLog changes,
            CountryPack pack,
            TransactionOperations transactions) {
        this.records = records;
        this.encoder = encoder;
        this.sessions = sessions;
        this.agents = agents;
        this.passkeys = passkeys;
        this.changes = changes;
        this.pack = pack;
        this.transactions = transactions;
    }

    /** Everybody with an account, those who left as well, by log-in name. */
    public List<Person> all() {
        return records.all();
    }

    public Optional<Person> find(String login) {
        return records.find(login);
    }

    /** Draws a password to hand out; outside of a transaction, as hashing it takes a tenth of a second. */
    public OneTimePassword draw() {
        String text = OneTimePassword.draw();
        return new OneTimePassword(text, hash(text));
    }

    /** A password to hand out, where a request asks for one. */
    public Optional<OneTimePassword> drawFor(PersonRequest request) {
        return request.newPassword() || find(request.login()).isEmpty() ? Optional.of(draw()) : Optional.empty();
    }

    /**
     * Makes or changes somebody. Joins the caller's transaction.
     *
     * @param drawn what {@link #drawFor} drew
     * @return whether the password was handed out
     * @throws AccessRefused it cannot be, and nothing was done
     */
    public boolean apply(PersonRequest request, Optional<OneTimePassword> drawn, String by) {
        Optional<Person> before = find(request.login());
        if (before.isEmpty() && !request.enabled().orElse(true)) {
            throw new AccessRefused(Reason.ABSENT);
        }
        Person after = request.of(before);
        if (before.isEmpty()) {
            add(after, drawn.orElseGet(this::draw), by);
            return true;
        }
        change(after, by);
        if (request.newPassword()) {
            resetPassword(after.login(), drawn.orElseGet(this::draw), by);
        }
        return request.newPassword();
    }

    /**
     * Makes an account. Joins the caller's transaction.
     *
     * @param by who does it
     * @throws AccessRefused it cannot be, and nothing was done
     */
    public void add(Person person, OneTimePassword password, String by) {
        transactions.executeWithoutResult(_ -> {
            records.lock();
            if (!Person.LOGIN.matcher(person.login()).matches()) {
                throw new AccessRefused(Reason.LOGIN);
            }
            if (records.taken(person.login())) {
                throw new AccessRefused(Reason.TAKEN);
            }
            check(person);
            records.put(person, password.hash(), true);
            makeKnown(person);
            changes.record(new ChangeLog.Change(by, KIND, person.login(), Map.of(), person.values()));
        });
    }

    /**
     * Changes somebody's name, grant, or whether they may log in. Joins the caller's transaction.
     *
     * @throws AccessRefused it cannot be, and nothing was done
     */
    public void change(Person after, String by) {
        transactions.executeWithoutResult(_ -> {
            records.lock();
            Person before = records.find(after.login()).orElseThrow(() -> new AccessRefused(Reason.ABSENT));
            if (after.equals(before)) {
                return;
            }
            check(after);
            if (before.administers() && !after.administers() && records.administrators() == 1) {
                throw new AccessRefused(Reason.LAST_ADMINISTRATOR);
            }
            records.change(after);
            makeKnown(after);
            if (!after.enabled()) {
                passkeys.removeAll(after.login());
            }
            if (after.opensLessThan(before)) {
                sessions.endAll(after.login());
            }
            changes.record(new ChangeLog.Change(by, KIND, after.login(), before.values(), after.values()));
        });
    }

    private void check(Person person) {
        if (!person.named()) {
            throw new AccessRefused(Reason.NAME);
        }
        person.grant().check(agents.units().keySet());
    }

    /**
     * Hands somebody a new password; their own one and their sessions end. Joins the caller's transaction.
     *
     * @throws AccessRefused there is nobody of that name
     */
    public void resetPassword(String login, OneTimePassword password, String by) {
        transactions.executeWithoutResult(_ -> {
            records.lock();
            if (records.find(login).isEmpty()) {
                throw new AccessRefused(Reason.ABSENT);
            }
            records.setPassword(login, password.hash(), true);
            sessions.endAll(login);
            changes.record(new ChangeLog.Change(
                    by, KIND, login, Map.of(), Map.of("config.people.password", "config.people.password.new")));
        });
    }

    /** Logs somebody out of one browser; {@code key} as {@link Sessions.Open} names it. */
    public void endSession(String login, String key, String by) {
        transactions.executeWithoutResult(_ -> {
            if (sessions.end(login, key)) {
                changes.record(new ChangeLog.Change(
                        by, KIND, login, Map.of(), Map.of("config.people.sessions", "config.people.sessions.one")));
            }
        });
    }

    /** Logs somebody out wherever they are logged in. */
    public void endSessions(String login, String by) {
        transactions.executeWithoutResult(_ -> {
            sessions.endAll(login);
            changes.record(new ChangeLog.Change(
                    by, KIND, login, Map.of(), Map.of("config.people.sessions", "config.people.sessions.ended")));
        });
    }

    /**
     * Replaces somebody's own password; all their other sessions end.
     *
     * @param session the id of the one that goes on
     */
    public void choosePassword(String login, String password, String session) {
        String hash = hash(password);
        transactions.executeWithoutResult(_ -> {
            records.setPassword(login, hash, false);
            sessions.endOthers(login, session);
        });
    }

    /** Whether this is somebody's password. */
    public boolean isPassword(String login, String password) {
        return records.password(login)
                .filter(hash -> encoder.matches(password, hash))
                .isPresent();
    }

    /**
     * Makes or changes somebody with a password that is their own at once: for a demonstration, whose passwords are printed.
     * Their sessions go on, as the next node of it does the same.
     */
    public void demonstrate(Person person, String password) {
        String hash = hash(password);
        transactions.executeWithoutResult(_ -> {
            records.put(person, hash, false);
            makeKnown(person);
        });
    }

    /** To the desk: who works tickets is an agent, of the country pack's unit if of none; who only reads them is a reader. */
    private void makeKnown(Person person) {
        Grant grant = person.grant();
        boolean works = person.enabled() && grant.roles().workTickets();
        boolean reads = person.enabled() && grant.roles().authorities().contains("desk:read");
        if (works) {
            agents.put(new Agents.Agent(
                    person.login(),
                    person.name(),
                    grant.unit().orElseGet(() -> pack.required("unit")),
                    grant.scope(),
                    supervises(person)));
        } else {
            agents.remove(person.login());
        }
        if (reads && !works) {
            agents.putReader(new Agents.Reader(person.login(), grant.reach()));
        } else {
            agents.removeReader(person.login());
        }
    }

    /** Tells the desk who supervises, where a version that did not ask wrote the account. */
    public void makeSupervisorsKnown() {
        transactions.executeWithoutResult(_ -> records.all().stream()
                .filter(person -> agents.find(person.login())
                        .filter(agent -> agent.supervises() != supervises(person))
                        .isPresent())
                .forEach(this::makeKnown));
    }

    private static boolean supervises(Person person) {
        return person.grant().roles().include(Role.SUPERVISOR);
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** Whether there is an administrator who can log in. */
    public boolean hasAdministrator() {
        return records.administrators() > 0;
    }

    /** The log-in names of those whose password is one that everybody knows. */
    public List<String> withDefaultPassword(List<String> known) {
        return records.passwords().entrySet().stream()
                .filter(user -> known.stream().anyMatch(password -> encoder.matches(password, user.getValue()))
                        || encoder.matches(user.getKey(), user.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
