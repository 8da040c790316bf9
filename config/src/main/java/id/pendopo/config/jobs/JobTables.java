package id.pendopo.config.jobs;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class JobTables {

    @Bean
    KeptTables jobKept() {
        return () -> List.of(
                Table.without("config_job_run", "names no person"),
                Table.without("scheduled_tasks", "names no person"));
    }
}
