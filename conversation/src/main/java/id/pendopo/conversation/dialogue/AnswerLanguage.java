package id.pendopo.conversation.dialogue;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.understanding.GlobalCommand;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.knowledge.PhraseMatches;
import java.util.Locale;
import java.util.Optional;

/** Chooses the language of an answer. */
public final class AnswerLanguage {

    private AnswerLanguage() {}

    /**
     * The language of the answer: the chosen one, or the message's, or the client's at first, or the one so far. Names and
     * places in a form say nothing about it, nor does what the recognition of speech made of a sound.
     */
    public static Locale of(
            Languages languages,
            Phrasebook phrasebook,
            Conversation conversation,
            InboundMessage message,
            Optional<Locale> detected) {
        boolean filling =
                conversation.state().draft().filter(draft -> !draft.paused()).isPresent();
        boolean first = conversation.state().touched().isEmpty();
        boolean slight = !first && slight(languages, phrasebook, conversation, message);
        if (conversation.languageChosen() || filling || conversation.spoken() || slight) {
            return conversation.language();
        }
        Optional<Locale> asked = first ? message.language() : Optional.empty();
        return detected.flatMap(languages::known)
                .or(() -> asked.flatMap(languages::known))
                .orElse(conversation.language());
    }

    /**
     * Whether a message is too little to change the language of a talk that has begun: one word that many use ("piye",
     * "thanks"), or words that the desk asks for in its own language of everybody.
     */
    private static boolean slight(
            Languages languages, Phrasebook phrasebook, Conversation conversation, InboundMessage message) {
        PhraseMatches said = phrasebook.in(message.text());
        boolean foreign = !languages.frame(conversation.language()).equals(conversation.language());
        return said.words() < 2 || foreign && GlobalCommand.exactly(said).isPresent();
    }
}
