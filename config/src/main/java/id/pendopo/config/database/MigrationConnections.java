package id.pendopo.config.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Connections of their own for migrations, outside of the pool: rewriting a large table may take longer than any time-out
 * that a turn's statement and its connection have. Only for locks it waits no longer than a turn does, since everybody
 * queues behind whoever waits for a table. Where the settings name a user for migrations ({@code spring.flyway}), the desk's own
 * need not own the tables.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConnections {

    @Bean
    FlywayConfigurationCustomizer migrationsAreNotCut(JdbcConnectionDetails database, Environment settings) {
        String url = settings.getProperty("spring.flyway.url", database.getJdbcUrl());
        boolean another =
                settings.containsProperty("spring.flyway.url") || settings.containsProperty("spring.flyway.user");
        String user = another ? settings.getProperty("spring.flyway.user") : database.getUsername();
        String password = another ? settings.getProperty("spring.flyway.password") : database.getPassword();
        return flyway -> flyway.dataSource(url, user, password).initSql("set lock_timeout = '4s'");
    }
}
