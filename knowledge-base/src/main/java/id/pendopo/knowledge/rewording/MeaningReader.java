package id.pendopo.knowledge.rewording;

import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.PhraseTable;
import id.pendopo.knowledge.text.Stems;
import id.pendopo.knowledge.text.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a text says by two lists: {@code nlu/hinges.tsv}, the words on which a meaning hangs, and {@code nlu/plain.txt},
 * the words that anybody may use to say something more plainly. Any thread may call.
 */
final class MeaningReader {

    private static final String NOT = "not";
    private static final String MUST = "must";

    private final Lexicon lexicon;
    private final Stems stems = new Stems();
    private final PhraseTable<String> hinges = new PhraseTable<>();
    private final Set<String> plain = new HashSet<>();

    MeaningReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        WordList.lines("/nlu/plain.txt").forEach(line -> plain.addAll(stems.of(lexicon.standardWords(line))));
        for (String line : WordList.lines("/nlu/hinges.tsv")) {
            List<String> columns = List.of(line.split("\t"));
            columns.forEach(phrase -> hinges.put(lexicon.standardWords(phrase), columns.getFirst()));
        }
    }

    Meaning read(String text) {
        List<String> words = lexicon.standardWords(text);
        List<String> figures = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<String> content = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Optional<PhraseTable.Match<String>> hinge = hinges.at(words, i);
            int next = i + hinge.map(PhraseTable.Match::length).orElse(1);
            String kind = hinge.map(PhraseTable.Match::value).orElse(words.get(i));
            if (figure(kind)) {
                figures.add(kind + " " + following(words, next));
            } else if (kind.equals(NOT)) {
                next = pastModal(words, next);
                said.add(kind + " " + following(words, next));
            } else if (hinge.isPresent()) {
                said.add(kind);
            } else {
                content.addAll(carrying(words.get(i)));
            }
            i = next;
        }
        return new Meaning(figures, said, content);
    }

    private static boolean figure(String kind) {
        return Character.isDigit(kind.codePointAt(0));
    }

    /** "Need not" and "not" deny the same. */
    private int pastModal(List<String> words, int from) {
        return from < words.size()
                ? hinges.at(words, from)
                        .filter(match -> match.value().equals(MUST))
                        .map(match -> from + match.length())
                        .orElse(from)
                : from;
    }

    /** The next word that carries something; empty at the end. */
    private String following(List<String> words, int from) {
        return words.stream()
                .skip(from)
                .flatMap(word -> carrying(word).stream())
                .findFirst()
                .orElse("");
    }

    private List<String> carrying(String word) {
        return stems.of(List.of(word)).stream()
                .filter(stem -> !plain.contains(stem))
                .toList();
    }
}
