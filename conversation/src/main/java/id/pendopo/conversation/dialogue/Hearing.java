package id.pendopo.conversation.dialogue;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Phrasebook;

/** A message in its conversation before any fact is known, all that a responder sees when it says what it needs. */
public record Hearing(Conversation conversation, InboundMessage message, MessageText heard) {

    public static Hearing of(Phrasebook phrasebook, Conversation conversation, InboundMessage message) {
        return new Hearing(
                conversation,
                message,
                MessageText.of(phrasebook, message, conversation.state().options()));
    }

    /** Whether the bot may have been told or asked something in words: not by a button, nor while a person speaks. */
    public boolean worded() {
        return conversation.floor() != Floor.AGENT
                && message.choice().isEmpty()
                && message.text().codePoints().anyMatch(Character::isLetter);
    }
}
