package id.pendopo.knowledge.help;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.ui.DateLabels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * View model of an article as its page shows it: the answer first, then how and where, then where it was read.
 *
 * @param pending whether nobody who grew up with the text's language has read it yet
 * @param first fee, duration and what is required, also where nothing official was read; none for a free article
 * @param further the other aspects of which something is known
 * @param ofSources the language of the sources' names
 */
record HelpPage(
        ArticleVersion text,
        boolean pending,
        Locale reader,
        List<Section> first,
        List<Section> further,
        List<Read> sources,
        Locale ofSources) {

    private static final List<Aspect> FIRST = List.of(Aspect.FEE, Aspect.DURATION, Aspect.REQUIREMENTS);
    private static final List<Aspect> FURTHER = List.of(
            Aspect.PROCEDURE,
            Aspect.ONLINE,
            Aspect.PAYMENT,
            Aspect.PRODUCT,
            Aspect.VALIDITY,
            Aspect.OFFICE,
            Aspect.HOURS,
            Aspect.LEGAL_BASIS,
            Aspect.COMPLAINT);

    /** A field under its heading; {@code field} is empty when nothing official was read. */
    record Section(Aspect aspect, Optional<FieldText> field) {

        public boolean isRequirements() {
            return aspect == Aspect.REQUIREMENTS;
        }
    }

    /** A source with its date in the reader's words. */
    record Read(String name, String url, String date) {}

    /** The page for somebody who reads in this language, which is not always the text's own. */
    static HelpPage of(Edition edition, Locale reader, Locale ofSources) {
        ArticleVersion text = edition.text();
        boolean service = !text.fields().isEmpty();
        return new HelpPage(
                text,
                edition.reviewPending(),
                reader,
                FIRST.stream()
                        .filter(aspect -> service)
                        .map(aspect -> section(text, aspect))
                        .toList(),
                FURTHER.stream()
                        .map(aspect -> section(text, aspect))
                        .filter(section -> section.field().isPresent())
                        .toList(),
                text.sources().stream()
                        .map(source -> new Read(source.name(), source.url(), DateLabels.date(source.read(), reader)))
                        .toList(),
                ofSources);
    }

    /** The language of the text, as a page's {@code lang} has it. */
    public String language() {
        return text.language().getLanguage();
    }

    /** Whether the article has no text in the reader's language and is shown in another one. */
    public boolean borrowed() {
        return !language().equals(reader.getLanguage());
    }

    /** The language of the sources' names; empty for the reader's. */
    public @Nullable String sourceLanguage() {
        String named = ofSources.getLanguage();
        return named.equals(reader.getLanguage()) ? null : named;
    }

    public String publishedInWords() {
        return DateLabels.date(text.published(), reader);
    }

    private static Section section(ArticleVersion text, Aspect aspect) {
        return new Section(
                aspect, Optional.ofNullable(text.fields().get(aspect)).map(FieldText::of));
    }
}
