package id.pendopo.knowledge.text;

import id.pendopo.knowledge.Aspect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Slot detection by phrases: which field of the service standard a question asks for. */
public final class AspectWords {

    /** At the end of a question and without another aspect it asks for the fee: "skck brp". */
    private static final String HOW_MUCH = "berapa";

    private final PhraseTable<Aspect> phrases = new PhraseTable<>();
    private final List<Aspect> priority = new ArrayList<>();

    /**
     * The aspect asked for.
     *
     * @param places the words that only say which aspect is meant
     */
    public record Found(Optional<Aspect> aspect, BitSet places) {}

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
        BitSet places = new BitSet();
        List<Aspect> seen = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Optional<PhraseTable.Match<Aspect>> match = phrases.at(words, i);
            int length = match.map(PhraseTable.Match::length).orElse(0);
            match.ifPresent(m -> seen.add(m.value()));
            places.set(i, i + length);
            i += Math.max(1, length);
        }
        if (seen.isEmpty() && !words.isEmpty() && words.getLast().equals(HOW_MUCH)) {
            seen.add(Aspect.FEE);
        }
        return new Found(priority.stream().filter(seen::contains).findFirst(), places);
    }

    public Set<String> words() {
        return phrases.words();
    }
}
