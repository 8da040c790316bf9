package id.pendopo.conversation.poll;

import id.pendopo.conversation.dialogue.Contribution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The poll's place in the dialogue: before the dialogue act, which would take its word for small talk. */
@Configuration(proxyBeanMethods = false)
class PollConfiguration {

    @Bean
    Contribution poll() {
        return new Contribution.OfResponder(PollResponder.NAME, "act", new PollResponder());
    }
}
