package id.pendopo.knowledge.rewording;

import id.pendopo.knowledge.Answer.Found;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Rewording.Form;
import id.pendopo.knowledge.text.Gsm7;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The running text that an answer quotes, with its title. */
record Passage(String title, String text, Locale language, Form form) {

    /**
     * What people act on to the letter: amounts, telephone numbers and years by their three digits, times and measures, web
     * and street addresses, laws.
     */
    private static final Pattern TO_THE_LETTER =
            Pattern.compile("\\d{3}|\\d[.,:/x]\\d|\\bRp|@|\\p{L}\\.\\p{L}{2}|\\b(?:Jl|Jln|Jalan)\\b\\.? ?\\p{Lu}"
                    + "|(?i:\\b(?:pasal|ayat|uu|pp|perda|perpres|nomor|no|article|law)\\b)\\.? ?\\d");

    /**
     * What may be put into other words: an article's summary or short text. Its fields may not (requirements, steps, fees,
     * hours, offices), nor may a text that says what is not known, nor one with something to the letter.
     */
    static Optional<Passage> of(Found found, Form form) {
        ArticleVersion version = found.version();
        String said = said(found, form);
        String running = switch (form) {
            case WEB -> version.summary();
            case SMS -> version.sms();
        };
        boolean free = said.equals(running)
                && !said.contains("\n")
                && !TO_THE_LETTER.matcher(said).find();
        return free ? Optional.of(new Passage(version.title(), said, version.language(), form)) : Optional.empty();
    }

    private static String said(Found found, Form form) {
        return switch (form) {
            case WEB -> found.web();
            case SMS -> found.sms();
        };
    }

    /** How long other words may be: no longer than the passage, so that they never cost another text message. */
    int longest() {
        return switch (form) {
            case WEB -> length(text);
            case SMS -> Math.min(length(text), Gsm7.SEGMENT);
        };
    }

    /** The length of words in what this form counts: characters, or the septets of a text message. */
    int length(String words) {
        return switch (form) {
            case WEB -> words.length();
            case SMS -> Gsm7.length(words);
        };
    }

    /** The answer with these words in this form; everything else of it stays as it was found, its source first of all. */
    Found saying(String words, Found found) {
        return new Found(
                found.version(),
                found.aspect(),
                form == Form.WEB ? words : found.web(),
                form == Form.SMS ? words : found.sms(),
                found.voice(),
                found.citation(),
                found.confidence());
    }
}
