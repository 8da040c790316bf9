package id.pendopo.config.agency;

import id.pendopo.ui.ChangePoll;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of the agency's profile: each node follows what another one stored. */
@Configuration(proxyBeanMethods = false)
class AgencyConfiguration {

    @Bean
    ChangePoll agencyPoll(AgencySettings settings, @Value("${pendopo.workers:true}") boolean workers) {
        return new ChangePoll("the agency's profile", settings::follow, workers);
    }
}
