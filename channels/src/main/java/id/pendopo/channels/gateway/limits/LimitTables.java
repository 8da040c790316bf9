package id.pendopo.channels.gateway.limits;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class LimitTables {

    private static final String NOBODY = "names no person";

    @Bean
    KeptTables limitsKept() {
        return () -> List.of(
                Table.without("channels_limit", NOBODY),
                Table.without("channels_line_terms", NOBODY),
                Table.without("channels_spending", NOBODY));
    }
}
