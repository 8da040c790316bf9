package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Aspect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which field of the service standard a question asks for. */
final class AspectWords {

    private static final String RESOURCE = "aspects.tsv";

    private final PhraseTable<Aspect> phrases = new PhraseTable<>();
    private final List<Aspect> priority = new ArrayList<>();

    /**
     * The aspect asked for.
     *
     * @param places the words that only say which aspect is meant
     */
    record Found(Optional<Aspect> aspect, BitSet places) {}

    AspectWords() {
        for (String line : lines()) {
            int tab = line.indexOf('\t');
            Aspect aspect = Aspect.valueOf(line.substring(0, tab));
            phrases.put(Tokens.of(line.substring(tab + 1)), aspect);
            if (!priority.contains(aspect)) {
                priority.add(aspect);
            }
        }
    }

    Found in(List<String> words) {
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
        return new Found(priority.stream().filter(seen::contains).findFirst(), places);
    }

    Set<String> words() {
        return phrases.words();
    }

    private static List<String> lines() {
        var in = Objects.requireNonNull(AspectWords.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
