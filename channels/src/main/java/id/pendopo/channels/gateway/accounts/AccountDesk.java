package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.Capabilities;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.ChangeLog.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The administration of channel accounts: makes, changes, switches and tests them; each change and its line in the audit log
 * are one transaction, and this node heeds it at once.
 */
@Component
public class AccountDesk {

    private static final String KIND = "accounts.change";
    private static final String SETTINGS = "accounts.change.settings";
    private static final String ACTIVE = "accounts.change.active";
    private static final String SILENCE = "accounts.change.silence";

    private final Accounts accounts;
    private final StoredAccounts stored;
    private final AccountsFollower follower;
    private final TransactionOperations transactions;
    private final ObjectProvider<ChangeLog> log;

    AccountDesk(
            Accounts accounts,
            StoredAccounts stored,
            AccountsFollower follower,
            TransactionOperations transactions,
            ObjectProvider<ChangeLog> log) {
        this.accounts = accounts;
        this.stored = stored;
        this.follower = follower;
        this.transactions = transactions;
        this.log = log;
    }

    /** Why a change was refused: what a form says at a field. */
    public static final class Refused extends RuntimeException {

        private final String field;

        Refused(String field, String problem) {
            super(problem);
            this.field = field;
        }

        /** The field's path, or {@code name}; empty for the whole form. */
        public String field() {
            return field;
        }

        /** {@code name}, {@code taken}, {@code value}, {@code lines} or {@code stale}. */
        public String problem() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * An account for those who look after it.
     *
     * @param configured whether it stands in the configuration, where alone it can be changed
     * @param missing the settings that it lacks
     */
    public record Known(StoredAccount row, String kind, boolean configured, List<String> missing) {

        public String name() {
            return row.name();
        }

        /** Whether it works as far as the desk can tell by itself. */
        public boolean on() {
            return row.active() && row.readable() && missing.isEmpty();
        }
    }

    /** By name. */
    public List<Known> all() {
        Map<String, Known> all = new TreeMap<>();
        for (ConnectedAccount connected : accounts.configured()) {
            all.put(
                    connected.name(),
                    configured(connected.name(), connected.account().kind(), List.of()));
        }
        accounts.incomplete()
                .forEach(lacking ->
                        all.put(lacking.account(), configured(lacking.account(), lacking.kind(), lacking.missing())));
        for (StoredAccount row : stored.all()) {
            Known configured = all.get(row.name());
            if (configured != null) {
                all.put(row.name(), new Known(row, configured.kind(), true, configured.missing()));
            } else {
                row.kind().ifPresent(kind -> all.put(row.name(), new Known(row, kind, false, missing(row))));
            }
        }
        return List.copyOf(all.values());
    }

    private static Known configured(String name, String kind, List<String> missing) {
        return new Known(StoredAccount.untouched(name), kind, true, missing);
    }

    private List<String> missing(StoredAccount row) {
        try {
            return accounts.binder()
                    .stored(row)
                    .map(connected -> connected.account().settings().missing())
                    .orElse(List.of("kind"));
        } catch (BindException unusable) {
            return List.of(unusable.getName().toString());
        }
    }

    public Optional<Known> find(String name) {
        return all().stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /** The account with its adapter, while it is switched on. */
    public Optional<ConnectedAccount> connected(String name) {
        return accounts.connected(name);
    }

    public List<Capabilities> kinds() {
        return accounts.binder().kinds();
    }

    /** What a kind wants to know; empty when there is no such kind. */
    public List<AccountField> fields(String kind) {
        return accounts.binder()
                .adapter(kind)
                .map(ChannelAdapter::settings)
                .map(AccountField::of)
                .orElse(List.of());
    }

    /** What stands in the fields of an account; secrets as nothing. */
    public Map<String, String> shown(Known account) {
        Map<String, String> shown = new LinkedHashMap<>();
        fields(account.kind())
                .forEach(field -> shown.put(
                        field.path(), TypedSettings.shown(field, account.row().settings())));
        return shown;
    }

    /** The secrets that are stored. */
    public List<String> kept(Known account) {
        return fields(account.kind()).stream()
                .filter(AccountField::secret)
                .filter(field ->
                        account.row().settings().keySet().stream().anyMatch(path -> TypedSettings.belongs(path, field)))
                .map(AccountField::path)
                .toList();
    }

    /**
     * Makes an account.
     *
     * @param typed what was typed into the kind's fields
     * @throws Refused with the field that is wrong
     */
    public void make(String name, String kind, Map<String, String> typed, String actor) {
        if (!AccountNames.isAllowed(name)) {
            throw new Refused("name", "name");
        }
        if (find(name).isPresent() || stored.find(name).isPresent()) {
            throw new Refused("name", "taken");
        }
        StoredAccount made = checked(StoredAccount.made(name, kind, Map.of()), typed);
        save(made, new Change(actor, KIND, name, Map.of(), changes(Map.of(), made.settings(), kind)));
    }

    /**
     * Changes an account of the pages.
     *
     * @param version of the account that the form was made of
     * @throws Refused with the field that is wrong
     */
    public void change(String name, int version, Map<String, String> typed, String actor) {
        Known known = find(name).filter(one -> !one.configured()).orElseThrow();
        if (known.row().version() != version) {
            throw new Refused("", "stale");
        }
        StoredAccount changed = checked(known.row(), typed);
        Map<String, String> before = known.row().settings();
        save(
                changed,
                new Change(
                        actor,
                        KIND,
                        name,
                        changes(changed.settings(), before, known.kind()),
                        changes(before, changed.settings(), known.kind())));
    }

    private StoredAccount checked(StoredAccount account, Map<String, String> typed) {
        String kind = account.kind().orElseThrow();
        try {
            StoredAccount changed = account.with(TypedSettings.properties(fields(kind), typed, account.settings()));
            accounts.binder().stored(changed);
            return changed;
        } catch (BindException wrong) {
            String property = wrong.getName().toString();
            throw new Refused(
                    property.substring(
                            Math.min(property.length(), account.name().length() + 1)),
                    "value");
        } catch (IllegalArgumentException line) {
            throw new Refused(String.valueOf(line.getMessage()), "lines");
        }
    }

    /** Which settings differ, by name alone where they are secret. */
    private Map<String, String> changes(Map<String, String> other, Map<String, String> settings, String kind) {
        List<String> differ = new ArrayList<>();
        for (AccountField field : fields(kind)) {
            String now = TypedSettings.shown(field, settings);
            boolean same = entries(field, settings).equals(entries(field, other));
            if (!same) {
                differ.add(field.secret() ? field.path() + " ***" : field.path() + "=" + now.replace('\n', ' '));
            }
        }
        return differ.isEmpty() ? Map.of() : Map.of(SETTINGS, String.join(", ", differ));
    }

    private static Map<String, String> entries(AccountField field, Map<String, String> settings) {
        Map<String, String> entries = new TreeMap<>(settings);
        entries.keySet()
                .retainAll(new TreeSet<>(settings.keySet().stream()
                        .filter(path -> TypedSettings.belongs(path, field))
                        .toList()));
        return entries;
    }

    /** Switches an account on or off; what it still has to send waits. */
    public void turn(String name, boolean on, String actor) {
        Known known = find(name).orElseThrow();
        save(
                known.row().switched(on),
                new Change(actor, KIND, name, Map.of(ACTIVE, "" + known.row().active()), Map.of(ACTIVE, "" + on)));
    }

    /** @param silence after how long without a message somebody is told, in whole hours up to 30 days; empty: never */
    public void alarm(String name, Optional<Duration> silence, String actor) {
        Known known = find(name).orElseThrow();
        save(
                known.row().alarmedAfter(silence),
                new Change(
                        actor,
                        KIND,
                        name,
                        Map.of(SILENCE, hours(known.row().silence())),
                        Map.of(SILENCE, hours(silence))));
    }

    private static String hours(Optional<Duration> silence) {
        return silence.map(time -> "" + time.toHours()).orElse("0");
    }

    private void save(StoredAccount account, Change change) {
        try {
            transactions.executeWithoutResult(_ -> {
                stored.save(account);
                if (!change.before().equals(change.after())) {
                    log.ifAvailable(record -> record.record(change));
                }
            });
        } catch (StoredAccounts.Stale stale) {
            throw new Refused("", "stale");
        }
        follower.follow();
    }
}
