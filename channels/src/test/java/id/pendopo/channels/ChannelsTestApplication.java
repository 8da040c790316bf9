package id.pendopo.channels;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** This module alone, on a database of its own. */
@SpringBootApplication(scanBasePackages = "id.pendopo.channels")
public class ChannelsTestApplication {

    /** Starts the module for a person to look at: {@code --server.port=8090}. */
    public static void main(String[] args) {
        SpringApplication.run(ChannelsTestApplication.class, args);
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    DataSource dataSource(@Value("${test.database:}") String url) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url.isEmpty() ? TestDatabase.fresh() : url);
        source.setUsername("postgres");
        source.setConnectionTimeout(3000);
        source.setMaximumPoolSize(10);
        return source;
    }
}
