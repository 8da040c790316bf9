package id.pendopo.ticketing;

import id.pendopo.ui.ChangeLog;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The ticket desk alone: its own database, authorities as in the whole application, nobody who corresponds. */
@SpringBootApplication
@EnableMethodSecurity
public class TicketingTestApplication {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("timezone", "UTC").start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        return postgres.getPostgresDatabase();
    }

    @Bean
    MovingClock clock() {
        return new MovingClock();
    }

    /** Programs come without a session; whoever is logged in is put there by the test. */
    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.ignoringRequestMatchers("/api/**", "/report/**", "/track/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(Customizer.withDefaults())
                .build();
    }

    /** What the desk told the conversation. */
    @Bean
    Told told() {
        return new Told();
    }

    /** What administrators changed. */
    @Bean
    Audited audited() {
        return new Audited(new CopyOnWriteArrayList<>());
    }

    public record Audited(List<Change> changes) implements ChangeLog {

        @Override
        public void record(Change change) {
            changes.add(change);
        }
    }

    /** Nobody is too fast before a test says so. */
    @Bean
    FakePace pace() {
        return new FakePace();
    }

    public static class Told extends CopyOnWriteArrayList<TicketEvent> {

        private final AtomicReference<Consumer<TicketEvent>> conversation = new AtomicReference<>(event -> {});

        /** What the conversation does with the next events, within the desk's transaction. */
        public void conversation(Consumer<TicketEvent> does) {
            conversation.set(does);
        }

        @EventListener
        void hear(TicketEvent event) {
            conversation.get().accept(event);
            add(event);
        }

        @Override
        public void clear() {
            super.clear();
            conversation(event -> {});
        }
    }
}
