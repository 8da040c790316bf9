package id.pendopo.knowledge.exchange;

import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.editor.EditForm;
import id.pendopo.knowledge.editor.Languages;
import id.pendopo.knowledge.editor.Names;
import id.pendopo.knowledge.editor.Part;
import id.pendopo.knowledge.exchange.ExchangedArticle.Field;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Import validation: refuses what the editors' form could not hold: it would lose a part when somebody opens it there.
 */
final class ExchangedChecks {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private ExchangedChecks() {}

    static void look(int line, ExchangedArticle article, Languages languages) throws ImportFault {
        names(line, article);
        if (!languages.exists(article.language())) {
            throw new ImportFault(line, "editor.import.fault.language", article.language());
        }
        sources(line, article);
        texts(line, article);
    }

    private static void names(int line, ExchangedArticle article) throws ImportFault {
        if (!Names.fits(article.slug())) {
            throw new ImportFault(line, "editor.fault.slug");
        }
        if (Names.taken(article.slug())) {
            throw new ImportFault(line, "editor.fault.slug.taken");
        }
        if (!Names.fits(article.service())) {
            throw new ImportFault(line, "editor.fault.service");
        }
    }

    private static void texts(int line, ExchangedArticle article) throws ImportFault {
        if (article.title().isEmpty()) {
            throw new ImportFault(line, "editor.fault.title");
        }
        for (String single : singles(article).toList()) {
            if (single.contains("\n")) {
                throw new ImportFault(line, "editor.import.fault.oneline", single.substring(0, single.indexOf('\n')));
            }
        }
        for (String text : boxes(article).toList()) {
            if (text.length() > EditForm.MOST_CHARACTERS) {
                throw new ImportFault(line, "editor.import.fault.long", EditForm.MOST_CHARACTERS);
            }
            if (CONTROL.matcher(text).find()) {
                throw new ImportFault(line, "editor.import.fault.control");
            }
        }
    }

    private static Stream<String> singles(ExchangedArticle article) {
        return Stream.concat(
                Stream.of(article.title()), Stream.concat(article.questions().stream(), article.golden().stream()));
    }

    /** Every text that stands in one box of the form. */
    private static Stream<String> boxes(ExchangedArticle article) {
        Stream<String> parts = Stream.concat(
                article.fields().values().stream().map(Field::text),
                article.sources().stream().map(Part::source));
        return Stream.concat(
                Stream.of(
                        article.title(),
                        article.summary(),
                        article.sms(),
                        article.voice(),
                        String.join("\n", article.questions()),
                        String.join("\n", article.golden())),
                parts);
    }

    private static void sources(int line, ExchangedArticle article) throws ImportFault {
        int listed = article.sources().size();
        if (listed > EditForm.MOST_SOURCES) {
            throw new ImportFault(line, "editor.import.fault.sources", EditForm.MOST_SOURCES);
        }
        for (Source source : article.sources()) {
            if (source.name() == null || !source.equals(ExchangeNotation.source(line, Part.source(source)))) {
                throw new ImportFault(line, "editor.fault.source");
            }
        }
        for (Field field : article.fields().values()) {
            Integer number = field.source();
            if (number == null) {
                continue;
            }
            if (number < 1 || number > listed) {
                throw new ImportFault(line, "editor.import.fault.number", number);
            }
            if (field.text().isEmpty()) {
                throw new ImportFault(line, "editor.import.fault.empty", number);
            }
        }
    }
}
