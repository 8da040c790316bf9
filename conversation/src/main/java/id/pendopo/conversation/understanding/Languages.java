package id.pendopo.conversation.understanding;

import id.pendopo.ui.CountryPack;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The languages in which citizens are understood, as the country pack has them.
 *
 * @param all in the order in which they are offered; the first one is the desk's own
 * @param calls those that can be spoken on the phone
 * @param frame of what the software says where a language has no words of its own, and of the line's words around them
 * @param dates in which language dates are said to whoever speaks one, where that is another
 * @param names by what words a citizen names one
 */
public record Languages(
        List<Locale> all, List<Locale> calls, Locale frame, Map<Locale, Locale> dates, Map<String, Locale> names) {

    /** Those of the corpus: of what people do in others nothing was learned. */
    private static final Set<String> LEARNED = Set.of("id", "en", "jv", "su");

    public Languages {
        all = List.copyOf(all);
        calls = List.copyOf(calls);
        dates = Map.copyOf(dates);
        names = Map.copyOf(names);
    }

    public static Languages of(CountryPack pack) {
        Map<Locale, Locale> dates = new HashMap<>();
        pack.settings("dates").forEach((language, said) -> dates.put(Locale.of(language), Locale.of(said)));
        Map<String, Locale> names = new HashMap<>();
        pack.settings("language")
                .forEach((language, words) ->
                        CountryPack.parts(words).forEach(word -> names.put(word, Locale.of(language))));
        return new Languages(
                pack.languages(),
                pack.languages("calls"),
                pack.setting("words", Locale::of).orElse(Locale.ENGLISH),
                dates,
                names);
    }

    /** Whether what people do by a message was learned in all of them; else phrases alone tell. */
    public boolean learned() {
        return all.stream().map(Locale::getLanguage).allMatch(LEARNED::contains);
    }

    /** The language of somebody who has not said anything yet. */
    public Locale main() {
        return all.getFirst();
    }

    /** The language without its region; empty when it is not understood. */
    public Optional<Locale> known(Locale language) {
        return all.stream()
                .filter(known -> known.getLanguage().equals(language.getLanguage()))
                .findFirst();
    }

    /** The language of the line's own words for somebody who speaks this one: English is always there. */
    public Locale frame(Locale language) {
        return language.getLanguage().equals("en") ? Locale.ENGLISH : frame;
    }

    /** The language of dates for somebody who speaks this one. */
    public Locale dates(Locale language) {
        return dates.getOrDefault(language, language);
    }

    /** The language that a citizen names, in any of them: {@code jawa}, {@code sundanese}. */
    public Optional<Locale> named(String word) {
        return Optional.ofNullable(names.get(word));
    }
}
