package id.pendopo.config.sessions;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class SessionTables {

    @Bean
    KeptTables sessionKept() {
        return () -> List.of(
                Table.without(
                        "spring_session",
                        "a visitor's is deleted after 15 idle minutes, one of the desk after 8 hours"),
                Table.without("spring_session_attributes", "goes with its session"));
    }
}
