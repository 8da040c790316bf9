package id.pendopo.knowledge.text;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Keyword spotting for validity: whether a text tells how long something is valid. */
public final class ValidityWords {

    private final Set<String> valid;
    private final Set<String> beginning;

    public ValidityWords() {
        List<String> lines = WordList.lines("/nlu/validity.txt");
        valid = Set.of(lines.getFirst().split(" "));
        beginning = Set.of(lines.getLast().split(" "));
    }

    /** "Berlaku enam bulan", but not "berlaku mulai tanggal 1". */
    public boolean in(String text) {
        List<String> words = Tokens.of(text);
        return IntStream.range(0, words.size())
                .filter(i -> valid.contains(words.get(i)))
                .anyMatch(i -> i + 1 == words.size() || !beginning.contains(words.get(i + 1)));
    }
}
