package id.pendopo.conversation.pacing;

import id.pendopo.conversation.dialogue.Contribution;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PacingProperties.class)
class PacingConfiguration {

    /** Behind all that is decided, before what was tried is counted, which counts also for who is not answered. */
    @Bean
    Contribution loopGuard(PacingProperties limits) {
        return new Contribution.OfFinisher("loop guard", "tries", new LoopGuard(limits));
    }
}
