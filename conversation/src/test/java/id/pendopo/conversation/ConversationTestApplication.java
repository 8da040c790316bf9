package id.pendopo.conversation;

import com.zaxxer.hikari.HikariDataSource;
import id.pendopo.ticketing.Agents;
import id.pendopo.ui.Agency;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The conversation with the real leaves, on a database of its own. */
@SpringBootApplication(scanBasePackages = "id.pendopo")
class ConversationTestApplication {

    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    DataSource dataSource() {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(SERVER.getJdbcUrl("postgres", "postgres"));
        source.setUsername("postgres");
        source.setMaximumPoolSize(12);
        return source;
    }

    /** Those whom tests name, who see every ticket. */
    @Bean
    ApplicationRunner staff(Agents agents) {
        return _ -> Stream.of("Ani", "Budi")
                .forEach(name -> agents.put(new Agents.Agent(name.toLowerCase(Locale.ROOT), name, "pusat-layanan")));
    }

    @Bean
    Agency agency() {
        return () -> "Kabupaten Wanasari";
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    TestLine testLine() {
        return new TestLine();
    }
}
