package id.pendopo.conversation;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Contribution;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a part of the desk that comes later brings along: an answer of its own, and a word behind it. */
@Configuration(proxyBeanMethods = false)
class Leaf {

    static final String SAID = "kabar daun";

    final List<Wish> wishes = new CopyOnWriteArrayList<>();

    @Bean
    Contribution leafResponder() {
        return new Contribution.OfResponder(
                "leaf",
                "act",
                context -> context.heard().plain().equals(SAID)
                        ? Optional.of(Decision.of(context, Ending.THANKED, Part.say("thanked"))
                                .command(new Wish(context.conversation().id())))
                        : Optional.empty());
    }

    /** What it wants done. */
    record Wish(long conversation) implements Command.Contributed {}

    /** Hears of it where it still can be taken back. */
    @EventListener
    void on(Wish wish) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            wishes.add(wish);
        }
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
