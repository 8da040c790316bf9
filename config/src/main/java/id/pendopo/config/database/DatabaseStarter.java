package id.pendopo.config.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Gives the application its own database when none is configured: started before the first bean, stopped after the last one.
 * {@code PENDOPO_DATA} names the folder (default {@code ./data}), {@code PENDOPO_PG_PORT} the port (default: a free one). A
 * command that only needs the data ({@code pendopo.attach}) joins the database of the running desk.
 */
public final class DatabaseStarter implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            return;
        }
        Path data = Path.of(environment.getProperty("pendopo.data", "data"));
        boolean attach = environment.getProperty("pendopo.attach", Boolean.class, false);
        String url = attach
                ? EmbeddedPostgres.running(data).orElseGet(() -> start(data, environment))
                : start(data, environment);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("embeddedPostgres", Map.of("spring.datasource.url", url)));
    }

    private static String start(Path data, ConfigurableEnvironment environment) {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(data, environment.getProperty("pendopo.pg-port", Integer.class, 0));
        SpringApplication.getShutdownHandlers().add(postgres::close);
        return postgres.url();
    }
}
