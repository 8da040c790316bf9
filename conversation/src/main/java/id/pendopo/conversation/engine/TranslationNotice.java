package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TurnContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A finisher that notes a missing translation: an article may have no text in the citizen's language; then its
 * Indonesian one is quoted, and the first time this is said.
 */
final class TranslationNotice {

    private static final Part.Aside WORDS = new Part.Aside(Part.say("untranslated"));

    private TranslationNotice() {}

    static Decision noting(TurnContext context, Decision decision) {
        Locale language = decision.after().language();
        boolean told = decision.after().state().told().equals(Optional.of(language));
        boolean foreign = quoted(decision).stream().anyMatch(quote -> !in(language, quote));
        return told || !foreign
                ? decision
                : decision.preceded(WORDS).state(state -> state.telling(Optional.of(language)));
    }

    /** The same without these words, which can be said another time. */
    static Decision silently(Decision decision) {
        Decision silent = decision.without(WORDS);
        return silent.equals(decision) ? decision : silent.state(state -> state.telling(Optional.empty()));
    }

    private static List<Part.Quote> quoted(Decision decision) {
        return decision.replies().stream()
                .flatMap(reply -> reply.parts().stream())
                .filter(Part.Quote.class::isInstance)
                .map(Part.Quote.class::cast)
                .toList();
    }

    private static boolean in(Locale language, Part.Quote quote) {
        return quote.found().version().language().getLanguage().equals(language.getLanguage());
    }
}
