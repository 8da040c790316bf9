package id.pendopo.config.security.oidc;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's table. */
@Configuration(proxyBeanMethods = false)
class OidcTables {

    @Bean
    KeptTables identitiesKept() {
        return () -> List.of(Table.without("office_identity", "of people who work here, kept until it is taken off"));
    }
}
