package id.pendopo.conversation.duty;

import id.pendopo.conversation.dialogue.Contribution;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to the dialogue whoever answers people on duty. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DutyProperties.class)
class DutyConfiguration {

    @Bean
    Contribution duty() {
        return new Contribution.OfResponder(DutyResponder.NAME, "emergency", new DutyResponder());
    }
}
