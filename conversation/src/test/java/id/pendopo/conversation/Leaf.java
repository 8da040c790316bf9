package id.pendopo.conversation;

import id.pendopo.conversation.dialogue.Contribution;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a part of the desk that comes later brings along: an answer of its own, and a word behind it. */
@Configuration(proxyBeanMethods = false)
class Leaf {

    static final String SAID = "kabar daun";

    @Bean
    Contribution leafResponder() {
        return new Contribution.OfResponder(
                "leaf",
                "act",
                context -> context.heard().is(SAID)
                        ? Optional.of(Decision.of(context, Ending.THANKED, Part.say("thanked")))
                        : Optional.empty());
    }

    @Bean
    Contribution leafFinisher() {
        return new Contribution.OfFinisher(
                "leaf",
                "memory",
                (_, decision) -> decision.responder().equals("leaf")
                        ? decision.followed(Part.say("broadcasts.started"))
                        : decision);
    }
}
