package id.pendopo.knowledge;

import java.util.Locale;
import java.util.Optional;

/** Language detection: tells the language of a short text. Any thread may call. */
public interface LanguageDetector {

    /** The language, or empty when the text is too short or says nothing about it ("ok", "KTP", an emoji). */
    Optional<Locale> detect(String text);

    /** The language that is likelier than the others, however little speaks for it; empty without any word. */
    default Optional<Locale> likeliest(String text) {
        return detect(text);
    }
}
