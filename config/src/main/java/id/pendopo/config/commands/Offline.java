package id.pendopo.config.commands;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application without its web server and without its workers, for commands that need its database. */
final class Offline {

    private Offline() {}

    /** A context in which nothing runs by itself; beans are made when they are asked for. */
    static ConfigurableApplicationContext context(Class<?> application) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .profiles("offline")
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of(
                        "spring.main.lazy-initialization", "true",
                        "pendopo.workers", "false",
                        "pendopo.attach", "true",
                        "logging.level.root", "warn"))
                .run();
    }
}
