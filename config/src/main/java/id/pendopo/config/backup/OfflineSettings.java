package id.pendopo.config.backup;

import id.pendopo.ui.RestoreRules;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The desk's settings and its database, without anything of the desk: no bean of a module is made, no migration is run. */
final class OfflineSettings {

    private OfflineSettings() {}

    /** @param attach whether the database of a running desk may be used */
    static ConfigurableApplicationContext context(boolean attach) {
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .profiles("offline")
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("pendopo.attach", "" + attach, "logging.level.root", "warn"))
                .run();
    }

    static List<RestoreRules> rules() {
        return SpringFactoriesLoader.forDefaultResourceLocation(OfflineSettings.class.getClassLoader())
                .load(RestoreRules.class);
    }

    /** A database that begins with the settings is awaited by whoever opens it. */
    static final class Nothing {

        @Bean
        DriverManagerDataSource database() {
            return new DriverManagerDataSource();
        }
    }
}
