package id.pendopo.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One article as its page shows it: the answer first, then how and where, then where it was read. */
record HelpPage(ArticleVersion text, List<Section> first, List<Section> further, List<Read> sources) {

    private static final List<Aspect> FIRST = List.of(Aspect.FEE, Aspect.DURATION);
    private static final List<Aspect> FURTHER = List.of(
            Aspect.PROCEDURE, Aspect.PRODUCT, Aspect.OFFICE, Aspect.HOURS, Aspect.LEGAL_BASIS, Aspect.COMPLAINT);

    /** A field under its heading; {@code field} is empty when nothing official was read. */
    record Section(Aspect aspect, Optional<FieldText> field) {}

    /** A source with its date in words. */
    record Read(String name, String url, String date) {}

    static HelpPage of(ArticleVersion text) {
        boolean service = !text.fields().isEmpty();
        return new HelpPage(
                text,
                FIRST.stream()
                        .filter(aspect -> service)
                        .map(aspect -> section(text, aspect))
                        .toList(),
                FURTHER.stream()
                        .map(aspect -> section(text, aspect))
                        .filter(section -> section.field().isPresent())
                        .toList(),
                text.sources().stream()
                        .map(source -> new Read(source.name(), source.url(), inWords(source.read(), text.language())))
                        .toList());
    }

    public Optional<FieldText> requirements() {
        return section(text, Aspect.REQUIREMENTS).field();
    }

    public String publishedInWords() {
        return inWords(text.published(), text.language());
    }

    private static Section section(ArticleVersion text, Aspect aspect) {
        return new Section(
                aspect, Optional.ofNullable(text.fields().get(aspect)).map(FieldText::of));
    }

    private static String inWords(LocalDate date, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(date);
    }
}
