package id.pendopo.conversation.dialogue;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Phrasebook;
import java.time.Instant;
import java.util.Optional;

/** The context of one turn, all that a responder sees. */
public record TurnContext(
        Conversation conversation, InboundMessage message, MessageText heard, Facts facts, Instant now) {

    public static TurnContext of(
            Phrasebook phrasebook, Conversation conversation, InboundMessage message, Facts facts, Instant now) {
        return new TurnContext(
                conversation,
                message,
                MessageText.of(phrasebook, message, conversation.state().options()),
                facts,
                now);
    }

    /** The same without the facts. */
    public Hearing hearing() {
        return new Hearing(conversation, message, heard);
    }

    public State state() {
        return conversation.state();
    }

    public Optional<Draft> draft() {
        return state().draft();
    }

    public boolean expects(Expected.What what) {
        return state().expected().filter(expected -> expected.what() == what).isPresent();
    }

    public TurnContext with(Conversation changed) {
        return new TurnContext(changed, message, heard, facts, now);
    }
}
