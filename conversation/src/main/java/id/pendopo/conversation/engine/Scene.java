package id.pendopo.conversation.engine;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.forms.Draft;
import java.time.Instant;
import java.util.Optional;

/** What a responder sees of one turn. */
record Scene(Conversation conversation, InboundMessage message, Heard heard, Facts facts, Instant now) {

    static Scene of(Conversation conversation, InboundMessage message, Facts facts, Instant now) {
        return new Scene(
                conversation, message, Heard.of(message, conversation.state().options()), facts, now);
    }

    State state() {
        return conversation.state();
    }

    Optional<Draft> draft() {
        return state().draft();
    }

    boolean expects(Expected.What what) {
        return state().expected().filter(expected -> expected.what() == what).isPresent();
    }

    Scene with(Conversation changed) {
        return new Scene(changed, message, heard, facts, now);
    }
}
