package id.pendopo.config.database;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class MigrationTables {

    @Bean
    KeptTables migrationKept() {
        return () -> List.of(Table.without("flyway_schema_history", "names no person"));
    }
}
