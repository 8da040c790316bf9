package id.pendopo.config.demo;

import id.pendopo.config.security.ApiKeys;
import id.pendopo.config.security.Grant;
import id.pendopo.config.security.OneTimePassword;
import id.pendopo.config.security.People;
import id.pendopo.config.security.Person;
import id.pendopo.config.security.Role;
import id.pendopo.config.security.Roles;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ui.CountryPack;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One user and one key of each role, and an agent of one unit, printed once everything is up. */
@Component
@Profile("demo")
class DemoContent {

    /** Of those who work at the desk, by role. */
    private static final List<String> NAMES = List.of("Ani", "Budi", "Citra", "Dewi", "Eka", "Fajar");

    /** What is printed must work. Rows that a dead desk holds are free after ten seconds: that is waited for, no longer. */
    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .includes(DataAccessException.class, TransactionException.class)
            .maxRetries(3)
            .delay(Duration.ofSeconds(1))
            .build());

    /** The unit in the country pack that one agent sees alone; without it there is no such agent. */
    private static final String UNIT = "demo.unit";

    private final People people;
    private final ApiKeys keys;
    private final CountryPack pack;
    private final String publicUrl;
    private final String password;

    DemoContent(
            People people,
            ApiKeys keys,
            CountryPack pack,
            @Value("${pendopo.public-url}") String publicUrl,
            @Value("${pendopo.demo-password:}") String password) {
        this.people = people;
        this.keys = keys;
        this.pack = pack;
        this.publicUrl = publicUrl;
        this.password = password;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        PrintStream out = System.out;
        out.println();
        for (String page : new String[] {
            "/",
            "/chat",
            "/help",
            "/report",
            "/track",
            "/desk",
            "/desk/knowledge",
            "/desk/outbox",
            "/admin",
            "/admin/phone"
        }) {
            out.println("page " + publicUrl + page);
        }
        // Storing a password takes a tenth of a second of processor time, on purpose.
        persons().parallel().map(this::logIn).forEachOrdered(out::println);
        for (Role role : Role.values()) {
            String key = AGAIN.invoke(() -> keys.demonstrate(ApiKeys.DEMONSTRATION + role.key(), seesAll(role)));
            out.println("apikey " + role.key() + " " + key);
        }
        out.println("ready " + publicUrl);
        out.flush();
    }

    /** One of each role who sees everything, and an agent who sees one unit. */
    private Stream<Person> persons() {
        Stream<Person> ofEachRole = Arrays.stream(Role.values())
                .map(role -> new Person(role.key(), NAMES.get(role.ordinal() % NAMES.size()), seesAll(role)));
        Stream<Person> ofOneUnit = pack.setting(UNIT).stream()
                .map(unit -> new Person(
                        Role.AGENT.key() + "2",
                        NAMES.get(Role.values().length % NAMES.size()),
                        Grant.usual(Roles.of(Role.AGENT), Optional.of(unit))));
        return Stream.concat(ofEachRole, ofOneUnit);
    }

    private static Grant seesAll(Role role) {
        return new Grant(Roles.of(role), Optional.empty(), Scope.ALL);
    }

    private String logIn(Person person) {
        String secret = password.isEmpty() ? OneTimePassword.draw() : password;
        AGAIN.invoke(() -> people.demonstrate(person, secret));
        return "login " + person.login() + " " + secret;
    }
}
