package id.pendopo.config.security.passkeys;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class PasskeyTables {

    @Bean
    KeptTables passkeysKept() {
        return () -> List.of(
                Table.without(
                        "passkey",
                        "of people who work here, kept until they remove it or leave, when the account is disabled"),
                Table.without("passkey_user", "random numbers, gone with the passkeys of whoever leaves"));
    }
}
