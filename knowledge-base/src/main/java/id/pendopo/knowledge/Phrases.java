package id.pendopo.knowledge;

import id.pendopo.ui.CountryPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Phrase matcher: what people say for one and the same thing, by its name, read from the phrase files of every language
 * ({@code nlu/LANGUAGE/phrases.tsv}), of the country pack ({@code phrases/*.tsv}) and of the operator. Immutable; any
 * thread may call.
 */
public final class Phrases {

    private final List<String> names;
    private final Map<String, PhraseNode> said;
    private final PhraseAutomaton automaton;

    /**
     * The phrases of the software and of a pack.
     *
     * @throws id.pendopo.ui.CountryPackRefused a file of the pack has a bad line; the message says which and why
     */
    public static Phrases of(CountryPack pack) {
        return new Phrases(PhraseFiles.of(pack));
    }

    /**
     * The same with the operator's own.
     *
     * @param folder of files that end in {@code .tsv}; it may be missing
     * @throws PhrasesRefused a file of the folder has a bad line; the message says which and why
     */
    public static Phrases of(CountryPack pack, Path folder) {
        return new Phrases(PhraseFiles.with(PhraseFiles.of(pack), folder));
    }

    /**
     * @param lines in any order
     * @throws IllegalArgumentException one does not go with the others; the message names it
     */
    Phrases(List<PhraseLine> lines) {
        Map<String, List<PhraseLine>> byName =
                lines.stream().collect(Collectors.groupingBy(PhraseLine::key, TreeMap::new, Collectors.toList()));
        PhraseNames symbols = new PhraseNames(byName);
        names = List.copyOf(byName.keySet());
        said = new HashMap<>();
        PhraseAutomaton.Builder builder = new PhraseAutomaton.Builder();
        byName.forEach((name, together) -> {
            said.put(name, symbols.of(name));
            together.forEach(line -> add(builder, names.indexOf(name), line, symbols));
        });
        automaton = builder.built();
    }

    private static void add(PhraseAutomaton.Builder builder, int number, PhraseLine line, PhraseNames symbols) {
        PhraseNode phrase = symbols.resolved(line);
        try {
            builder.add(number, phrase);
        } catch (IllegalArgumentException e) {
            throw line.refused(e);
        }
    }

    /** By what names phrases are looked for. */
    public Set<String> names() {
        return said.keySet().stream()
                .filter(name -> !name.startsWith(PhraseLine.exceptions("")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a text says, looked for in one pass. */
    public PhraseMatches in(String text) {
        List<PhraseWord> words = PhraseWord.of(text);
        List<String> plain = words.stream().map(PhraseWord::word).toList();
        Map<String, List<PhraseMatches.Span>> spans = new HashMap<>();
        for (PhraseAutomaton.Found found : automaton.run(plain).found()) {
            spans.computeIfAbsent(names.get(found.phrase()), _ -> new ArrayList<>())
                    .add(new PhraseMatches.Span(found.from(), found.to()));
        }
        return new PhraseMatches(text, words, spans);
    }

    /** The ways of saying it that are written out in full, in small letters with one space between words. */
    public Set<String> wordings(String name) {
        return Objects.requireNonNull(said.get(name), name).wordings().collect(Collectors.toUnmodifiableSet());
    }
}
