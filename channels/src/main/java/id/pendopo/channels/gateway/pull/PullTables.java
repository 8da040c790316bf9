package id.pendopo.channels.gateway.pull;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class PullTables {

    @Bean
    KeptTables pullKept() {
        return () -> List.of(Table.without("channels_pull", "names no person"));
    }
}
