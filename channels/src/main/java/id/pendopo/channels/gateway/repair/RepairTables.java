package id.pendopo.channels.gateway.repair;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class RepairTables {

    @Bean
    KeptTables repairKept() {
        return () -> List.of(Table.without("channels_settled", "names no person"));
    }
}
