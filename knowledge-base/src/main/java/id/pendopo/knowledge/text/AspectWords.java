package id.pendopo.knowledge.text;

import id.pendopo.knowledge.Aspect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Slot detection by phrases: which field of the service standard a question asks for. */
public final class AspectWords {

    /** At the end of a question and without another aspect it asks for the fee: "skck brp". */
    private static final String HOW_MUCH = "berapa";

    /** What stands behind a word of paying, or right before it, and asks for the way and not for the sum. */
    private static final Set<Aspect> WAYS = Set.of(Aspect.OFFICE, Aspect.PROCEDURE, Aspect.ONLINE);

    private final PhraseTable<Aspect> phrases = new PhraseTable<>();
    private final List<Aspect> priority = new ArrayList<>();
    private final Set<String> expired =
            WordList.lines("/nlu/expired.txt").stream().collect(Collectors.toSet());
    private final Set<String> reporting =
            WordList.lines("/nlu/reporting.txt").stream().collect(Collectors.toSet());

    /**
     * The aspect asked for.
     *
     * @param places the words that only say which aspect is meant
     * @param light those of them that tell nothing of the article; "online" does
     * @param reports whether it asks where one reports, which may be the service itself
     */
    public record Found(Optional<Aspect> aspect, BitSet places, BitSet light, boolean reports) {}

    /** A phrase in the question: its first place, and the one behind its last. */
    private record Place(Aspect aspect, int from, int to) {}

    public AspectWords() {
        for (String line : WordList.lines("/nlu/aspects.tsv")) {
            int tab = line.indexOf('\t');
            Aspect aspect = Aspect.valueOf(line.substring(0, tab));
            phrases.put(Tokens.of(line.substring(tab + 1)), aspect);
            if (!priority.contains(aspect)) {
                priority.add(aspect);
            }
        }
    }

    public Found in(List<String> words) {
        List<Place> found = places(words);
        BitSet places = new BitSet();
        BitSet light = new BitSet();
        for (Place place : found) {
            places.set(place.from(), place.to());
            light.set(place.from(), place.aspect() == Aspect.ONLINE ? place.from() : place.to());
        }
        Set<Aspect> seen = found.stream()
                .filter(place -> !isPaid(place, found))
                .map(place ->
                        place.aspect() == Aspect.PAYMENT && !asksTheWay(place, found) ? Aspect.FEE : place.aspect())
                .collect(Collectors.toSet());
        if (seen.isEmpty() && !words.isEmpty() && words.getLast().equals(HOW_MUCH)) {
            seen.add(Aspect.FEE);
        }
        Optional<Aspect> asked = priority.stream().filter(seen::contains).findFirst();
        boolean reports = asked.filter(Aspect.COMPLAINT::equals).isPresent()
                && found.stream()
                        .filter(place -> place.aspect() == Aspect.COMPLAINT)
                        .allMatch(place -> reporting.contains(words.get(place.from())));
        return new Found(asked, places, light, reports);
    }

    private List<Place> places(List<String> words) {
        List<Place> found = new ArrayList<>();
        boolean over = words.stream().anyMatch(expired::contains);
        int i = 0;
        while (i < words.size()) {
            Optional<PhraseTable.Match<Aspect>> match =
                    phrases.at(words, i).filter(m -> !(over && m.value() == Aspect.VALIDITY));
            int length = match.map(PhraseTable.Match::length).orElse(0);
            int from = i;
            match.ifPresent(m -> found.add(new Place(m.value(), from, from + length)));
            i += Math.max(1, length);
        }
        return found;
    }

    /** What is paid: "bayar iuran lewat mana" asks for no sum. */
    private static boolean isPaid(Place place, List<Place> found) {
        return place.aspect() == Aspect.FEE
                && found.stream()
                        .filter(paying -> paying.aspect() == Aspect.PAYMENT && paying.to() == place.from())
                        .anyMatch(paying -> asksTheWay(paying, found));
    }

    /** "Bayar lewat apa", "bayar pajak motor di mana", "di mana bayarnya", but not "di mana bikin KTP, bayar". */
    private static boolean asksTheWay(Place paying, List<Place> found) {
        return paying.to() - paying.from() > 1
                || found.stream()
                        .filter(place -> WAYS.contains(place.aspect()))
                        .anyMatch(place -> place.from() >= paying.to() || place.to() == paying.from());
    }

    /** Whether a text speaks of reporting something. */
    public boolean tellsOfReporting(String text) {
        return Tokens.of(text).stream().anyMatch(reporting::contains);
    }

    /** Whether a text speaks of money. */
    public boolean tellsOfPaying(String text) {
        return places(Tokens.of(text)).stream()
                .anyMatch(place -> place.aspect() == Aspect.FEE || place.aspect() == Aspect.PAYMENT);
    }

    public Set<String> words() {
        return phrases.words();
    }
}
