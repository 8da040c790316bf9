package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseWord;
import id.pendopo.knowledge.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Extracts the place in a complaint (named-entity recognition by word lists): "jalan rusak dpn sd 3" has "dpn sd 3".
 * Errs on the side of finding none. Its words are the phrases {@code place.X}. Immutable.
 */
public final class Places {

    private static final int LONGEST = 12;

    private final Set<String> starts;

    /** Streets are written with a capital: "Jalan Melati", but "jalan rusak". */
    private final Set<String> named;

    private final Set<String> ends;
    private final Set<String> notAPlace;

    /** Words that everybody's place has: "rumah saya" tells an agent nothing. */
    private final Set<String> anywhere;

    /** They lead to a place and are no part of it. */
    private final Set<String> leads;

    /** The dot behind them ends no sentence. */
    private final Set<String> abbreviations;

    /** What people own, and how they are called before their name. */
    private final Set<String> owned;

    private final Set<String> owners;

    /** Who is there, and how that is said. */
    private final Set<String> around;

    private final Damage damage;

    Places(Phrases phrases) {
        starts = phrases.wordings("place.start");
        named = phrases.wordings("place.named");
        ends = phrases.wordings("place.end");
        notAPlace = phrases.wordings("place.not");
        anywhere = phrases.wordings("place.anywhere");
        leads = phrases.wordings("place.lead");
        abbreviations = phrases.wordings("place.abbreviation");
        owned = phrases.wordings("place.owned");
        owners = phrases.wordings("place.owner");
        around = phrases.wordings("place.around");
        damage = new Damage(phrases);
    }

    /** The place in the citizen's words, or empty. */
    public Optional<String> in(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        for (int start = 0; start < words.size(); start++) {
            if (starts(words, start)) {
                String place = from(words, start);
                if (tells(place)) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a text says where somebody is, and nothing else. */
    public boolean alone(String text) {
        return in(text).filter(place ->
                        PhraseWord.of(text.replace(place, " ")).stream().allMatch(word -> around.contains(word.word())))
                .isPresent();
    }

    private boolean tells(String place) {
        return place.chars().filter(Character::isLetterOrDigit).count() >= 5
                && List.of(place.split(" ")).stream().map(Damage::bare).anyMatch(word -> !anywhere.contains(word));
    }

    private boolean starts(List<String> words, int at) {
        if (at + 1 >= words.size() || (at > 0 && words.get(at - 1).endsWith("?"))) {
            return false;
        }
        String word = Damage.bare(words.get(at));
        String next = Damage.bare(words.get(at + 1));
        boolean start = starts.contains(word) || starts.contains(word + " " + next) || named(words, at);
        return start && !notAPlace.contains(next) && !ends(words, at + 1);
    }

    private boolean named(List<String> words, int at) {
        String word = words.get(at);
        boolean capital = Character.isUpperCase(word.charAt(0))
                && (word.length() < 3 || !word.equals(word.toUpperCase(Locale.ROOT)));
        return capital
                && named.contains(word.toLowerCase(Locale.ROOT))
                && Character.isUpperCase(words.get(at + 1).charAt(0));
    }

    private String from(List<String> words, int start) {
        StringBuilder place = new StringBuilder();
        for (int i = start; i < Math.min(words.size(), start + LONGEST); i++) {
            String word = words.get(i);
            if (i > start && ends(words, i) && !owner(words, i)) {
                break;
            }
            if (i > start || !leads.contains(Damage.bare(word))) {
                place.append(place.isEmpty() ? "" : " ").append(word);
            }
            if (word.matches(".*[,;!?]") || (word.endsWith(".") && !abbreviated(word))) {
                break;
            }
        }
        return place.toString().replaceAll("[.,;!?]+$", "");
    }

    /** "Warung bu Tini": whose it is belongs to it. */
    private boolean owner(List<String> words, int at) {
        return at + 1 < words.size()
                && owners.contains(Damage.bare(words.get(at)))
                && owned.contains(Damage.bare(words.get(at - 1)))
                && !ends(words, at + 1);
    }

    private boolean abbreviated(String word) {
        return abbreviations.contains(word.substring(0, word.length() - 1).toLowerCase(Locale.ROOT));
    }

    private boolean ends(List<String> words, int at) {
        return ends.contains(Damage.bare(words.get(at))) || damage.at(words, at);
    }
}
