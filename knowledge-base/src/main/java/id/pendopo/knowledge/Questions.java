package id.pendopo.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Query splitter: takes a message apart that asks several things at once. Any thread may call. */
public final class Questions {

    private static final String SENTENCE = "(?<=\\p{L}{2})(?<!\\b(?:jl|no|dr|kab|kec|kel|bpk|sdr))\\.\\s+";

    private static final String AND = "(?:dan|terus|trus|trs|lalu|sama|serta|and|also|then)";

    private static final String ASKING =
            "(?:berapa|brp|bagaimana|gimana|gmn|di ?mana|dmn|kapan|apa|syarat|cara|biaya|how|what|where|when)\\b";

    /** The same in Javanese and Sundanese. */
    private static final String REGIONAL =
            "pinten|pira|piye|pripun|ngendi|sarate|ragade|sabaraha|kumaha|naon|iraha|saratna|waragadna";

    /** What else may stand after "and" where two questions meet. */
    private static final String ASKING_ON = "(?:" + ASKING + "|(?:" + REGIONAL
            + "|bayar|gratis|syaratnya|biayanya|caranya|lamanya|jam|kalau|kalo|klo|is|do|can)\\b)";

    private static final Pattern BORDER =
            pattern("\\s*[?!;\\n]+\\s*|" + SENTENCE + "|[\\s,]+" + AND + "\\s+(?=" + ASKING + ")");

    /** Leaves a question its mark. */
    private static final Pattern MARKED =
            pattern("(?<=[?!;])\\s*|\\s*\\n+\\s*|" + SENTENCE + "|\\s*,\\s*(?=(?:terus|trus|trs|lalu|then)\\s)");

    /** What each border of sentences has; most messages have none of it. */
    private static final Pattern MARKS = Pattern.compile("[?!;.,\\n]");

    private static final String ANY_AND = "(?:" + AND + "|lan|kaliyan|banjur|jeung|sareng|teras)";

    private static final Pattern CONJUNCTION = pattern("[\\s,]+" + ANY_AND + "\\s+(?=" + ASKING_ON + ")");

    private static final Pattern COMMA = pattern("\\s*,\\s*(?=" + ASKING_ON + ")");

    /** "Sama sekali" is "at all". */
    private static final Pattern CLAUSE =
            pattern("\\s*,\\s+(?:" + ANY_AND + "\\s+)?|\\s+" + ANY_AND + "\\s+(?!sekali\\b)");

    private static final Pattern FIRST = pattern("^" + AND + "\\s+(?=\\S)");

    private static final Pattern ASKS = pattern(
            "\\?|\\b(?:" + ASKING + "|(?:" + REGIONAL
                    + "|brapa|apakah|kah|bayar|gratis|syaratnya|syarat2|persyaratan|caranya|biayanya|lamanya|which|who|can|do)\\b)");

    /** What is asked of one service, by the words that citizens list together. */
    private static final String FIELD =
            "(?:syarat(?:nya|2)?|persyaratan|berkas|biaya(?:nya)?|tarif|ongkos|cara(?:nya)?|prosedur|lama(?:nya)?|jam buka|alamat|"
                    + "requirements?|costs?|fees?|price|procedure|opening hours|duration)";

    /** What stands between fields or services that are listed together; most messages have none of it. */
    private static final Pattern LISTED = pattern("[,&+/]|\\b(?:dan|dn|sama|serta|and|plus)\\b");

    private static final Pattern FIELDS = pattern("(?<before>.*?\\b)(?<fields>" + FIELD
            + "(?:(?:\\s*[,&+/]\\s*(?:(?:dan|and)\\s+)?|\\s+(?:dan|dn|sama|serta|and|plus)\\s+)" + FIELD
            + "\\b)++)(?<after>.*)");

    private static final Pattern ONE_FIELD = pattern(FIELD + "\\b");

    private static final Pattern SERVICES = pattern("(?<before>(?>.*?\\b" + FIELD
            + "\\s+)(?:(?:untuk|buat|bikin|urus|ngurus|mengurus|membuat|perpanjang|memperpanjang|ganti|for|an?|the)\\s+)*+)"
            + "(?<one>\\S.*?)\\s*(?:&|\\s(?:dan|dn|sama|serta|and))\\s+(?<other>\\S.*)");

    private static final Pattern BLANKS = Pattern.compile("\\s{2,}");

    private static final Pattern COMMAS = Pattern.compile(",(?:\\s?+,)++");

    private Questions() {}

    /**
     * The parts of a message, in order, each a question or sentence of its own; a message that asks one thing comes back
     * as its only part, an empty one as no part.
     */
    public static List<String> split(String text) {
        return parts(BORDER, shortened(text)).toList();
    }

    /**
     * The same for a message whose questions are each answered, with their marks: also those that a comma parts, and the
     * fields of one service that are listed together ("syarat & biaya bikin ktp") as a question each.
     */
    public static List<String> apart(String text) {
        return sentences(shortened(text))
                .flatMap(Questions::listed)
                .flatMap(sentence -> parts(CONJUNCTION, sentence))
                .flatMap(part -> commas(part).stream())
                .map(part -> FIRST.matcher(part).replaceFirst(""))
                .toList();
    }

    /** Two services of which one question asks the same ("syarat skck & ktp"), as two questions; empty if it names no two. */
    public static List<String> services(String part) {
        Matcher both = SERVICES.matcher(shortened(part));
        return LISTED.matcher(part).find() && both.matches()
                ? List.of(both.group("before") + both.group("one"), both.group("before") + both.group("other"))
                : List.of();
    }

    /** What a part tells before a comma or an "and", and what it asks behind it; empty if it does not both. */
    public static List<String> told(String part) {
        String text = shortened(part).strip();
        Matcher border = CLAUSE.matcher(text);
        int told = 0;
        int asked = 0;
        while (border.find() && !asks(text.substring(asked, border.start()))) {
            told = border.start();
            asked = border.end();
        }
        return told == 0 || !asks(text.substring(asked))
                ? List.of()
                : List.of(text.substring(0, told), text.substring(asked));
    }

    /** Whether something is asked, by a mark or by its words. */
    public static boolean asks(String part) {
        return ASKS.matcher(part).find();
    }

    private static Stream<String> sentences(String text) {
        return MARKS.matcher(text).find() ? parts(MARKED, text) : worded(Stream.of(text));
    }

    private static Stream<String> listed(String sentence) {
        Matcher fields = FIELDS.matcher(sentence);
        return LISTED.matcher(sentence).find() && fields.matches()
                ? ONE_FIELD
                        .matcher(fields.group("fields"))
                        .results()
                        .map(field -> fields.group("before") + field.group() + fields.group("after"))
                : Stream.of(sentence);
    }

    /** A comma parts two questions; "KTP hilang, bagaimana mengurusnya" is one. */
    private static List<String> commas(String part) {
        if (part.indexOf(',') < 0) {
            return List.of(part);
        }
        List<String> parts = new ArrayList<>();
        for (String piece : COMMA.split(part)) {
            boolean goesOn = !parts.isEmpty() && !asks(parts.getLast());
            parts.add(goesOn ? parts.removeLast() + ", " + piece : piece);
        }
        return parts;
    }

    /** Runs of blanks and of commas as one each: the patterns would try every way to take a long run apart. */
    private static String shortened(String text) {
        String spaced = BLANKS.matcher(text).replaceAll(run -> run.group().contains("\n") ? "\n" : " ");
        return COMMAS.matcher(spaced).replaceAll(",");
    }

    private static Stream<String> parts(Pattern border, String text) {
        return worded(Stream.of(border.split(text.strip())));
    }

    private static Stream<String> worded(Stream<String> parts) {
        return parts.map(String::strip).filter(part -> part.codePoints().anyMatch(Character::isLetter));
    }

    private static Pattern pattern(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
