package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.KnowledgeChecks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fact check of articles: every figure needs a source that was read. Any thread may call. */
public final class SourceChecks implements KnowledgeChecks {

    /** A fee, a duration and a legal basis are claims even in words ("gratis"): they always need a source. */
    private static final Set<Aspect> ALWAYS_SOURCED =
            Set.of(Aspect.FEE, Aspect.DURATION, Aspect.LEGAL_BASIS, Aspect.VALIDITY);

    private static final Pattern FIGURE = Pattern.compile(
            "(?iU)Rp\\s?(\\d[\\d.,]*\\d|\\d)|(\\d[\\d.,]*)\\s*(?:hari|jam|menit|minggu|bulan|bln|tahun|thn|th|persen|%|kali|km|meter|VA"
                    + "|dina|dinten|sasi|wulan|taun|po[eé]|sasih"
                    + "|days?|hours?|minutes?|weeks?|months?|years?|yrs?|percent|times)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

    private final Supplier<Collection<Edition>> editions;

    /** The checks over the articles of this moment. */
    public SourceChecks(Supplier<Collection<Edition>> editions) {
        this.editions = editions;
    }

    /** The checks over the articles that come with the software, without a database. */
    public static SourceChecks ofShippedArticles() {
        List<Edition> shipped = ArticleFiles.shipped().editions();
        return new SourceChecks(() -> shipped);
    }

    @Override
    public List<String> unsourcedFigures() {
        return editions.get().stream()
                .flatMap(edition -> unsourcedFigures(edition).stream())
                .sorted()
                .toList();
    }

    /** The unsourced figures of one text, published or not. */
    public static List<String> unsourcedFigures(Edition edition) {
        List<String> faults = new ArrayList<>();
        ArticleVersion text = edition.text();
        String place = text.slug() + "/" + text.language().toLanguageTag() + "/";
        text.fields().forEach((aspect, field) -> {
            boolean claims =
                    ALWAYS_SOURCED.contains(aspect) || FIGURE.matcher(field).find();
            if (claims && !edition.readIn().containsKey(aspect)) {
                faults.add(place + aspect.name().toLowerCase(Locale.ROOT));
            }
        });
        Set<String> read = numbersThatWereRead(edition);
        checkVariant(place + "summary", text.summary(), read, faults);
        checkVariant(place + "sms", text.sms(), read, faults);
        checkVariant(place + "voice", text.voice(), read, faults);
        return faults;
    }

    private static void checkVariant(String place, String text, Set<String> read, List<String> faults) {
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            String number = figure.group(1) == null ? figure.group(2) : figure.group(1);
            if (!read.contains(digits(number))) {
                faults.add(place);
                return;
            }
        }
    }

    private static Set<String> numbersThatWereRead(Edition edition) {
        Set<String> numbers = new HashSet<>();
        edition.readIn()
                .keySet()
                .forEach(aspect -> NUMBER.matcher(edition.text().fields().getOrDefault(aspect, ""))
                        .results()
                        .forEach(number -> numbers.add(digits(number.group()))));
        return numbers;
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
