package id.pendopo.knowledge;

import id.pendopo.ui.CountryPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
    Phrases(List<PhraseFiles.Line> lines) {
        Map<String, List<PhraseFiles.Line>> byName =
                lines.stream().collect(Collectors.groupingBy(PhraseFiles.Line::key, TreeMap::new, Collectors.toList()));
        Names symbols = new Names(byName);
        names = List.copyOf(byName.keySet());
        said = new HashMap<>();
        PhraseAutomaton.Builder builder = new PhraseAutomaton.Builder();
        byName.forEach((name, together) -> {
            said.put(name, symbols.of(name));
            together.forEach(line -> add(builder, names.indexOf(name), line, symbols));
        });
        automaton = builder.built();
    }

    private static void add(PhraseAutomaton.Builder builder, int number, PhraseFiles.Line line, Names symbols) {
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
                .filter(name -> !name.startsWith(PhraseMatches.exceptions("")))
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

    /** Symbol table of the phrases: puts in what a phrase names. Not for two threads. */
    private static final class Names {

        private final Map<String, List<PhraseFiles.Line>> lines;
        private final Map<String, PhraseNode> resolved = new HashMap<>();
        private final Set<String> open = new LinkedHashSet<>();

        Names(Map<String, List<PhraseFiles.Line>> lines) {
            this.lines = lines;
        }

        /** @throws IllegalArgumentException it, or what it names, is not there or names itself; the message says where */
        PhraseNode of(String key) {
            PhraseNode before = resolved.get(key);
            if (before != null) {
                return before;
            }
            if (!lines.containsKey(key)) {
                throw new IllegalArgumentException("there is no <" + key + ">");
            }
            if (!open.add(key)) {
                throw new IllegalArgumentException("<" + key + "> is made of itself");
            }
            PhraseNode phrase = PhraseNode.choice(
                    lines.get(key).stream().map(this::resolved).toList());
            open.remove(key);
            resolved.put(key, phrase);
            return phrase;
        }

        PhraseNode resolved(PhraseFiles.Line line) {
            try {
                return line.phrase().resolved(this::of);
            } catch (IllegalArgumentException e) {
                throw line.refused(e);
            }
        }
    }
}
