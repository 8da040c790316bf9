package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.InboundMessage.RepliesTo;
import id.pendopo.channels.gateway.outbound.OutboxRows;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The correlation of replies: finds the ticket that those of our messages were about which a message answers. */
@Component
class Threads {

    private final OutboxRows sent;

    Threads(OutboxRows sent) {
        this.sent = sent;
    }

    /** The message with its ticket, if one of ours to the same person was about one. */
    InboundMessage of(InboundMessage message) {
        Optional<RepliesTo> thread = message.repliesTo();
        return thread.filter(said -> !said.messages().isEmpty())
                .flatMap(said -> sent.ticket(message.from(), said.messages()))
                .map(code -> message.with(new RepliesTo(thread.get().messages(), Optional.of(code))))
                .orElse(message);
    }
}
