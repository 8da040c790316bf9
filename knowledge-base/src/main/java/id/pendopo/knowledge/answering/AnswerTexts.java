package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.Answer.Found;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.Citation;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.text.Gsm7;
import id.pendopo.knowledge.text.Sentences;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.PackMessages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/**
 * Answer rendering for page, text message and voice: the field that was asked for, or the summary and where to ask for
 * the rest.
 */
final class AnswerTexts {

    /** Twenty seconds at the pace of a clear voice, 135 words a minute. */
    static final int SPOKEN_WORDS = 45;

    private final MessageSource words;

    AnswerTexts(CountryPack pack) {
        words = new PackMessages(pack, List.of("messages/knowledge"));
    }

    Found found(Edition edition, Optional<Aspect> asked, double confidence) {
        ArticleVersion text = edition.text();
        Optional<Aspect> held = asked.filter(text.fields()::containsKey);
        Citation citation = citation(edition, held);
        if (held.isPresent()) {
            return field(text, held.get(), citation, confidence);
        }
        String missing = asked.filter(aspect -> saysWhatIsMissing(text, aspect))
                .map(aspect -> missing(text, aspect))
                .orElse("");
        return new Found(
                text,
                Optional.empty(),
                missing.isEmpty() ? text.summary() : text.summary() + "\n" + missing,
                missing.isEmpty() ? text.sms() : Gsm7.plain(text.sms() + " " + missing),
                missing.isEmpty() ? text.voice() : text.voice() + " " + missing,
                citation,
                confidence);
    }

    private Found field(ArticleVersion text, Aspect aspect, Citation citation, double confidence) {
        String label = message(text.language(), "aspect." + aspect);
        String field = text.fields().getOrDefault(aspect, "");
        String web = label + (field.contains("\n") ? ":\n" : ": ") + field;
        return new Found(
                text,
                Optional.of(aspect),
                web,
                sms(text, aspect, label),
                voice(text, aspect, label),
                citation,
                confidence);
    }

    /** One segment, and the article's name before it where that costs no further one. */
    private String sms(ArticleVersion text, Aspect aspect, String label) {
        String field = text.fields().getOrDefault(aspect, "");
        String named = Gsm7.plain(text.title() + " - " + label + ": ");
        String whole = Sentences.whole(named, Gsm7.plain(field));
        if (Gsm7.fitsOneSegment(whole)) {
            return aspect == Aspect.ONLINE ? withOffice(text, whole) : whole;
        }
        String labelled = Gsm7.plain(label + ": ");
        return switch (aspect) {
            case PROCEDURE -> text.sms();
            case REQUIREMENTS, FEE -> cheaper(whole, Sentences.whole(labelled, Gsm7.plain(field)));
            case DURATION, PRODUCT, OFFICE, HOURS, LEGAL_BASIS, COMPLAINT, VALIDITY, PAYMENT, ONLINE ->
                Sentences.leading(labelled, Gsm7.plain(field), Gsm7::fitsOneSegment);
        };
    }

    /** Who has no data has the office beside the address, where that costs no further segment. */
    private String withOffice(ArticleVersion text, String whole) {
        String label = message(text.language(), "aspect." + Aspect.OFFICE);
        return Optional.ofNullable(text.fields().get(Aspect.OFFICE))
                .map(where -> Sentences.of(where).getFirst())
                .map(where -> whole + Gsm7.plain(" " + label + ": " + where))
                .filter(Gsm7::fitsOneSegment)
                .orElse(whole);
    }

    private static String cheaper(String named, String labelled) {
        return Gsm7.segments(named) <= Gsm7.segments(labelled) ? named : labelled;
    }

    private static String voice(ArticleVersion text, Aspect aspect, String label) {
        String field = text.fields().getOrDefault(aspect, "");
        boolean tooLong = words(label + " " + field) > SPOKEN_WORDS;
        return aspect == Aspect.PROCEDURE && tooLong
                ? text.voice()
                : Sentences.leading(label + ": ", field, spoken -> words(spoken) <= SPOKEN_WORDS);
    }

    static int words(String text) {
        return text.strip().split("\\s+").length;
    }

    /** A free article has no fields at all, and its summary tells how things are done. */
    private static boolean saysWhatIsMissing(ArticleVersion text, Aspect aspect) {
        return !text.fields().isEmpty() && aspect != Aspect.PROCEDURE && aspect != Aspect.PRODUCT;
    }

    private String missing(ArticleVersion text, Aspect aspect) {
        String label = message(text.language(), "aspect." + aspect).toLowerCase(text.language());
        Optional<String> office = Optional.ofNullable(text.fields().get(Aspect.OFFICE))
                .filter(where -> aspect != Aspect.OFFICE)
                .map(where -> Sentences.of(where).getFirst())
                .map(where -> where.replaceFirst("[.;]$", ""));
        return office.map(where -> message(text.language(), "answer.missing.office", label, where))
                .orElseGet(() -> message(text.language(), "answer.missing", label));
    }

    private static Citation citation(Edition edition, Optional<Aspect> aspect) {
        ArticleVersion text = edition.text();
        String source = edition.sourceOf(aspect).map(Source::name).orElse("");
        return new Citation(text.title(), "/help/" + text.slug(), text.version(), text.published(), source);
    }

    private String message(Locale language, String key, Object... arguments) {
        return words.getMessage(key, arguments, language);
    }
}
