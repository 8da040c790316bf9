package id.pendopo.channels;

import com.zaxxer.hikari.HikariDataSource;
import id.pendopo.ui.SecretCipher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.config.EnableIntegrationManagement;
import org.springframework.integration.graph.IntegrationGraphServer;

/** This module alone, on a database of its own. */
@EnableIntegrationManagement
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

    /** The map of the flows, with counts. */
    @Bean
    IntegrationGraphServer integrationGraphServer() {
        return new IntegrationGraphServer();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    /** No real cipher: whoever reads the bytes as they are finds nothing. */
    @Bean
    SecretCipher secretCipher() {
        return new SecretCipher() {
            @Override
            public byte[] encrypt(byte[] clear, String row) {
                byte[] turned = clear.clone();
                for (int i = 0; i < turned.length; i++) {
                    turned[i] ^= 0x55;
                }
                return turned;
            }

            @Override
            public byte[] decrypt(byte[] sealed, String row) {
                return encrypt(sealed, row);
            }
        };
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
