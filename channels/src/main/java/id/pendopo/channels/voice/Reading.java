package id.pendopo.channels.voice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text normalization for speech synthesis. Reads a written text aloud: ticket numbers digit by digit, money, dates,
 * times and other numbers in words.
 */
final class Reading {

    private static final String DAY_MONTH_YEAR =
            "(?iu)\\b(\\d{1,2}) (Januari|January|Februari|February|Maret|March|April|Mei|"
                    + "May|Juni|June|Juli|July|Agustus|August|September|Oktober|October|November|Desember|December) (\\d{4})\\b";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "mei may", "jun", "jul", "agu aug", "sep", "okt oct", "nov", "des dec");

    /** A number as people write it: 75.000 or 75,000 in groups, or plain; not part of a longer one. */
    private static final String WHOLE = "(?<![\\d.,])(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,12})(?![\\d]|[.,]\\d)";

    /** Numbers of services for emergencies and other three-digit ones: https://www.kominfo.go.id (112, 110, 113, 119). */
    private static final String SHORT_NUMBER =
            "(?<![\\d.,/-])1(?:1\\d|29|23)(?![\\d.,/-]*\\d| (?:hari|days|ribu|juta|orang|people|persen|rupiah|km|meter))";

    private record Rule(Pattern pattern, BiFunction<MatchResult, Tongue, List<Sound>> sounds) {

        Rule(String pattern, BiFunction<MatchResult, Tongue, List<Sound>> sounds) {
            this(Pattern.compile(pattern), sounds);
        }
    }

    /** In order: of two that begin at the same place the first is taken. */
    private static final List<Rule> RULES = List.of(
            new Rule("(?:https?://|www\\.)\\S+", (_, _) -> List.of()),
            new Rule("(?<![\\p{L}\\d._+-])[\\p{L}\\d._+-]++@[\\p{L}\\d-]++(?:\\.[\\p{L}\\d-]++)++", Reading::mail),
            new Rule(
                    "(?<!\\d)(?:\\d{3} \\d{3} \\d{4}|\\d{4}(?: \\d{4}){3}|\\d{10}|\\d{16})(?!\\d)",
                    (found, _) -> digits(DigitGroups.groups(found.group()))),
            new Rule(
                    "(?<![\\d.,+])(?<!\\d )\\d{3} \\d{3}(?! ?\\d|[.,]\\d)",
                    (found, _) -> digits(DigitGroups.groups(found.group()))),
            new Rule("(?<![\\d.])(?:\\+\\d|0\\d)[\\d -]{6,}\\d(?!\\d)", Reading::telephone),
            new Rule(
                    "(?i)\\bRp\\.? ?(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,12})(?:,-|,00)?(?!\\d)",
                    (found, tongue) -> words(tongue.number(whole(found.group(1))) + " " + tongue.word("rupiah"))),
            new Rule(DAY_MONTH_YEAR, Reading::date),
            new Rule("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b", Reading::isoDate),
            new Rule("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4})(?![\\d/])", Reading::shortDate),
            new Rule("(?<![\\d/.,])(\\d{1,4})/((?:19|20)\\d{2})(?![\\d/])", Reading::law),
            new Rule(
                    "(?<![\\d.,])([01]\\d|2[0-3])[.:]([0-5]\\d)(?: ?(WIB|WITA|WIT)\\b)?(?![\\d]|[.,]\\d)",
                    Reading::time),
            new Rule("\\b(WIB|WITA|WIT)\\b", (found, tongue) -> words(tongue.word(found.group()))),
            new Rule(SHORT_NUMBER, (found, _) -> List.of(new Sound.Digits(found.group()))),
            new Rule("(?<=\\d) ?[-–—] ?(?=\\d|Rp)", (_, tongue) -> words(" " + tongue.word("to") + " ")),
            new Rule("(?<=\\d) ?× ?(?=\\d)", (_, tongue) -> words(" " + tongue.word("times") + " ")),
            new Rule("(?<=\\d) ?/ ?(?=\\d)", (_, tongue) -> words(" " + tongue.word("slash") + " ")),
            new Rule("(?<=\\d) ?/ ?(?=\\p{L})", (_, _) -> words(", ")),
            new Rule("(?<=\\d) ?%", (_, tongue) -> words(" " + tongue.word("percent"))),
            new Rule("(?<![\\d.,])(\\d{1,9})([.,])(\\d{1,2})(?!\\d|[.,]\\d)", Reading::decimal),
            new Rule(
                    "(?<![\\d.,])((?:19|20)\\d{2})(?![\\d]|[.,]\\d)",
                    (found, tongue) -> words(tongue.year(Integer.parseInt(found.group(1))))),
            new Rule(WHOLE, Reading::number),
            new Rule("\\d{5,}", (found, _) -> digits(DigitGroups.groups(found.group()))),
            new Rule("(?i)\\bs\\.d\\.?|\\bs/d\\b", (_, tongue) -> words(tongue.word("to"))),
            new Rule("\\bJl\\.? (?=\\p{Lu})", (_, _) -> words("Jalan ")),
            new Rule("\\bNo\\. ?(?=\\d)", (_, tongue) -> words(tongue.word("number") + " ")),
            new Rule("(?<=\\p{L}) ?/ ?(?=\\p{L})", (_, tongue) -> words(" " + tongue.word("or") + " ")),
            new Rule("_", (_, _) -> words(" ")),
            new Rule(" & ", (_, tongue) -> words(" " + tongue.word("and") + " ")));

    private Reading() {}

    static List<Sound> of(String text, Tongue tongue) {
        List<Sound> sounds = new ArrayList<>();
        String plain = plain(text);
        int at = 0;
        while (at < plain.length()) {
            Found next = next(plain, at);
            if (next == null) {
                break;
            }
            add(sounds, List.of(new Sound.Words(plain.substring(at, next.match().start()))));
            add(sounds, next.rule().sounds().apply(next.match(), tongue));
            at = next.match().end();
        }
        add(sounds, List.of(new Sound.Words(plain.substring(at))));
        return sounds;
    }

    private record Found(Rule rule, MatchResult match) {}

    private static @Nullable Found next(String text, int from) {
        Found first = null;
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.find(from)
                    && (first == null || matcher.start() < first.match().start())) {
                first = new Found(rule, matcher.toMatchResult());
            }
        }
        return first;
    }

    /**
     * Lines become sentences, and words in brackets parts of one; what a voice would stumble over, or XML cannot carry, is
     * left out.
     */
    private static String plain(String text) {
        return text.strip()
                .replaceAll("(?m)^[^\\S\\n]*+[-*•] +", "")
                .replaceAll("\\(([\\d ]{1,6})\\)", " $1 ")
                .replaceAll(" \\(|\\)(?= )", ", ")
                .replaceAll("(?<=[.!?:;,])\\s*\\n\\s*", " ")
                .replaceAll("(?<!\\s)[^\\S\\n]*+\\n\\s*+", ". ")
                .replaceAll("[\\p{So}\\p{Cs}\\p{Cn}\\p{Cc}\\p{Co}\\x{FE0F}\\x{200D}\"“”«»<>()\\[\\]{}|^~#*•]+", " ")
                .replaceAll("(?<!\\p{Alnum})_|_(?!\\p{Alnum})", " ")
                .replaceAll("(?<!\\s)\\s*+,(?:\\s*+,)++", ",")
                .replaceAll("(?<!\\s)\\s*+,\\s*+(?=[.;:!?])", "")
                .replaceAll("(?<!\\s)\\s++([.,;:!?])", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Neighbouring words become one piece. */
    private static void add(List<Sound> sounds, List<Sound> more) {
        for (Sound sound : more) {
            if (sound instanceof Sound.Words(String text)) {
                boolean joins = !sounds.isEmpty() && sounds.getLast() instanceof Sound.Words;
                String before = joins ? ((Sound.Words) sounds.removeLast()).text() : "";
                if (!(before + text).isEmpty()) {
                    sounds.add(new Sound.Words(before + text));
                }
            } else {
                sounds.add(sound);
            }
        }
    }

    private static List<Sound> words(String text) {
        return List.of(new Sound.Words(text));
    }

    private static List<Sound> digits(List<String> groups) {
        List<Sound> sounds = new ArrayList<>();
        for (String group : groups) {
            sounds.add(new Sound.Digits(group));
            sounds.add(new Sound.Pause());
        }
        return sounds;
    }

    private static long whole(String written) {
        return Long.parseLong(written.replaceAll("\\D", ""));
    }

    /** Small numbers are left to the voice, which says them as well. */
    private static List<Sound> number(MatchResult found, Tongue tongue) {
        boolean keyed = found.group(1).length() == 1;
        boolean coded = found.group(1).matches("0\\d+|\\d{7,}");
        if (coded) {
            return digits(DigitGroups.groups(found.group(1)));
        }
        return words(keyed ? found.group(1) : tongue.number(whole(found.group(1))));
    }

    private static List<Sound> decimal(MatchResult found, Tongue tongue) {
        StringBuilder places = new StringBuilder();
        found.group(3).chars().forEach(digit -> places.append(' ').append(tongue.number(digit - '0')));
        return words(tongue.number(whole(found.group(1))) + " "
                + tongue.word(found.group(2).equals(",") ? "comma" : "point") + places);
    }

    /** A number as it is dialled from abroad begins with a plus. */
    private static List<Sound> telephone(MatchResult found, Tongue tongue) {
        List<Sound> sounds = new ArrayList<>();
        if (found.group().startsWith("+")) {
            sounds.add(new Sound.Words(tongue.word("plus") + " "));
        }
        sounds.addAll(digits(DigitGroups.groups(found.group())));
        return sounds;
    }

    /** An address that can be written down as it is said. */
    private static List<Sound> mail(MatchResult found, Tongue tongue) {
        return words(found.group()
                .replace(".", " " + tongue.word("dot") + " ")
                .replace("_", " " + tongue.word("underscore") + " ")
                .replace("-", " " + tongue.word("hyphen") + " ")
                .replace("+", " " + tongue.word("plus") + " ")
                .replace("@", ", " + tongue.word("at") + ", "));
    }

    /** A law as it is cited in short: 108/2019. */
    private static List<Sound> law(MatchResult found, Tongue tongue) {
        return words(tongue.number(whole(found.group(1))) + " " + tongue.word("year") + " "
                + tongue.year(Integer.parseInt(found.group(2))));
    }

    private static List<Sound> shortDate(MatchResult found, Tongue tongue) {
        return day(found, found.group(3), Integer.parseInt(found.group(2)), found.group(1), tongue);
    }

    private static List<Sound> date(MatchResult found, Tongue tongue) {
        String start = found.group(2).toLowerCase(Locale.ROOT).substring(0, 3);
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (MONTHS.get(month - 1).contains(start)) {
                return day(found, found.group(3), month, found.group(1), tongue);
            }
        }
        return words(found.group());
    }

    private static List<Sound> isoDate(MatchResult found, Tongue tongue) {
        return day(found, found.group(1), Integer.parseInt(found.group(2)), found.group(3), tongue);
    }

    private static List<Sound> day(MatchResult found, String year, int month, String day, Tongue tongue) {
        try {
            return words(tongue.date(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day))));
        } catch (DateTimeException e) {
            return words(found.group());
        }
    }

    private static List<Sound> time(MatchResult found, Tongue tongue) {
        LocalTime time = LocalTime.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
        String zone = found.group(3) == null ? "" : ", " + tongue.word(found.group(3));
        return words(tongue.time(time) + zone);
    }
}
