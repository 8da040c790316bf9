package id.pendopo.conversation;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
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

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    TestLine testLine() {
        return new TestLine();
    }
}
