package id.pendopo.conversation.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages in which citizens are understood; the desk's own words are Indonesian for all but English. */
public final class Languages {

    public static final Locale INDONESIAN = Locale.of("id");

    private static final Locale JAVANESE = Locale.of("jv");
    private static final Locale SUNDANESE = Locale.of("su");

    /** In the order in which they are offered. */
    public static final List<Locale> ALL = List.of(INDONESIAN, Locale.ENGLISH, JAVANESE, SUNDANESE);

    private Languages() {}

    /** The language without its region; empty when it is not understood. */
    public static Optional<Locale> known(Locale language) {
        return ALL.stream()
                .filter(known -> known.getLanguage().equals(language.getLanguage()))
                .findFirst();
    }

    /** The language of the desk's own words, and of dates among them, for somebody who speaks this one. */
    public static Locale ofTheDesk(Locale language) {
        return language.getLanguage().equals("en") ? Locale.ENGLISH : INDONESIAN;
    }

    /** The language that a citizen names, in any of them: {@code jawa}, {@code sundanese}. */
    public static Optional<Locale> named(String word) {
        return switch (word) {
            case "indonesia", "indonesian" -> Optional.of(INDONESIAN);
            case "inggris", "english" -> Optional.of(Locale.ENGLISH);
            case "jawa", "jawi", "javanese" -> Optional.of(JAVANESE);
            case "sunda", "sundanese" -> Optional.of(SUNDANESE);
            default -> Optional.empty();
        };
    }
}
