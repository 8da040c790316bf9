package id.pendopo.config.security.factor;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class FactorTables {

    @Bean
    KeptTables factorsKept() {
        return () -> List.of(
                Table.without("second_factor", "of people who work here, kept until it is taken off"),
                Table.without("second_factor_recovery", "sums of codes, gone when they are used or replaced"));
    }
}
