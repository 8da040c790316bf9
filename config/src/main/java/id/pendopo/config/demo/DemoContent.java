package id.pendopo.config.demo;

import id.pendopo.config.security.ApiKeys;
import id.pendopo.config.security.Role;
import id.pendopo.config.security.Users;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One user and one key of each role, printed once everything is up. */
@Component
@Profile("demo")
class DemoContent {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** Of those who work at the desk, by role. */
    private static final List<String> NAMES = List.of("Ani", "Budi", "Citra", "Dewi", "Eka", "Fajar");

    /** What is printed must work. Rows that a dead desk holds are free after ten seconds: that is waited for, no longer. */
    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .includes(DataAccessException.class, TransactionException.class)
            .maxRetries(3)
            .delay(Duration.ofSeconds(1))
            .build());

    private final Users users;
    private final ApiKeys keys;
    private final String publicUrl;
    private final String password;

    DemoContent(
            Users users,
            ApiKeys keys,
            @Value("${pendopo.public-url}") String publicUrl,
            @Value("${pendopo.demo-password:}") String password) {
        this.users = users;
        this.keys = keys;
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
        Arrays.stream(Role.values()).parallel().map(this::logIn).forEachOrdered(out::println);
        for (Role role : Role.values()) {
            String key = AGAIN.invoke(() -> keys.issue(ApiKeys.DEMONSTRATION + role.key(), role));
            out.println("apikey " + role.key() + " " + key);
        }
        out.println("ready " + publicUrl);
        out.flush();
    }

    private String logIn(Role role) {
        String secret = password.isEmpty() ? draw() : password;
        AGAIN.invoke(() -> users.put(role.key(), name(role), secret, role, Optional.empty(), false));
        return "login " + role.key() + " " + secret;
    }

    private static String name(Role role) {
        return NAMES.get(role.ordinal() % NAMES.size());
    }

    private static String draw() {
        SecureRandom random = new SecureRandom();
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            drawn.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return drawn.toString();
    }
}
