package id.pendopo.config.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Gives the application its own database when none is configured: it starts while the application is put together, answers
 * before the first connection is opened, and is stopped after the last bean.
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
        Optional<String> running = attach ? EmbeddedPostgres.running(data) : Optional.empty();
        DatabaseRoles roles = running.map(url -> DatabaseRoles.of(url, data))
                .orElseGet(() -> begin(data, environment, application).roles());
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "embeddedPostgres",
                        Map.of("spring.datasource.url", roles.desk(), "spring.flyway.url", roles.owner())));
    }

    private static EmbeddedPostgres begin(
            Path data, ConfigurableEnvironment environment, SpringApplication application) {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.begin(data, environment.getProperty("pendopo.pg-port", Integer.class, 0));
        SpringApplication.getShutdownHandlers().add(postgres::close);
        application.addInitializers(context ->
                context.addBeanFactoryPostProcessor(beans -> beans.addBeanPostProcessor(awaiting(postgres))));
        return postgres;
    }

    /** Whoever connects comes when somebody answers. */
    private static BeanPostProcessor awaiting(EmbeddedPostgres postgres) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof DataSource) {
                    postgres.await();
                }
                return bean;
            }
        };
    }
}
