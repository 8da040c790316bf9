package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.articles.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Diff: compares two texts of an article part by part and word by word. */
final class Comparing {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private Comparing() {}

    /** What happened to some words in a row. */
    enum Fate {
        KEPT,
        DELETED,
        INSERTED
    }

    record Piece(Fate fate, String text) {}

    /** A part that is not the same in both. */
    record Change(String label, List<Piece> pieces) {}

    /** The parts that differ, in the order of the page. */
    static List<Change> of(Edition before, Edition after) {
        List<Part> old = Part.of(before);
        List<Part> now = Part.of(after);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(now.get(i))) {
                changes.add(new Change(
                        old.get(i).label(), words(old.get(i).whole(), now.get(i).whole())));
            }
        }
        return changes;
    }

    /** The longest common row of words stays; what is left of the old text is deleted, of the new one inserted. */
    static List<Piece> words(String before, String after) {
        List<String> old = split(before);
        List<String> now = split(after);
        int[][] common = common(old, now);
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(pieces, Fate.KEPT, old.get(i++));
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(pieces, Fate.DELETED, old.get(i++));
            } else {
                add(pieces, Fate.INSERTED, now.get(j++));
            }
        }
        return pieces;
    }

    /** For each pair of places the length of the longest common row from there on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(BETWEEN_WORDS.split(text));
    }

    private static void add(List<Piece> pieces, Fate fate, String word) {
        if (!pieces.isEmpty() && pieces.getLast().fate() == fate) {
            Piece longer = new Piece(fate, pieces.removeLast().text() + word);
            pieces.add(longer);
        } else {
            pieces.add(new Piece(fate, word));
        }
    }
}
