package id.pendopo.conversation.understanding;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The alternatives of a pattern as a trie, put together by the letters that they begin with: at each place of a text
 * few of hundreds are tried. What is found stays the same.
 */
public final class Alternatives {

    private static final String QUANTIFIERS = "?*+{";

    private Alternatives() {}

    /** @param pattern alternatives, parted by {@code |}; what stands in brackets belongs to its alternative */
    public static String grouped(String pattern) {
        Map<Character, List<String>> byLetter = new TreeMap<>();
        List<String> others = new ArrayList<>();
        split(pattern).stream().flatMap(Alternatives::opened).forEach(one -> {
            if (begins(one)) {
                byLetter.computeIfAbsent(one.charAt(0), _ -> new ArrayList<>()).add(one.substring(1));
            } else {
                others.add(one);
            }
        });
        return Stream.concat(
                        byLetter.entrySet().stream().map(group -> group.getKey() + rests(group.getValue())),
                        others.stream())
                .collect(joining("|"));
    }

    private static String rests(List<String> rests) {
        String grouped = rests.size() == 1 ? rests.getFirst() : grouped(String.join("|", rests));
        return borders(grouped, '|', 0).isEmpty() ? grouped : "(?:" + grouped + ")";
    }

    /** Whether its first letter stands for itself, once. */
    private static boolean begins(String one) {
        return !one.isEmpty() && Character.isLetter(one.charAt(0)) && !quantified(one, 1);
    }

    private static boolean quantified(String one, int at) {
        return at < one.length() && QUANTIFIERS.indexOf(one.charAt(at)) >= 0;
    }

    /** One that begins with a choice, "(?:a|b)c", as one for each of its members. */
    private static Stream<String> opened(String one) {
        int end = one.startsWith("(?:") ? end(one) : -1;
        if (end < 0 || quantified(one, end + 1)) {
            return Stream.of(one);
        }
        String after = one.substring(end + 1);
        return split(one.substring(3, end)).stream().map(head -> head + after).flatMap(Alternatives::opened);
    }

    /** Where the bracket closes with which a pattern begins. */
    private static int end(String one) {
        return borders(one, ')', 1).getFirst();
    }

    private static List<String> split(String pattern) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int border : borders(pattern, '|', 0)) {
            parts.add(pattern.substring(from, border));
            from = border + 1;
        }
        parts.add(pattern.substring(from));
        return parts;
    }

    /** Where a sign stands at this depth of brackets, outside classes of characters. */
    private static List<Integer> borders(String pattern, char sign, int at) {
        List<Integer> borders = new ArrayList<>();
        int depth = 0;
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == sign && depth == at && !inClass) {
                borders.add(i);
            }
            switch (c) {
                case '\\' -> i++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '(' -> depth += inClass ? 0 : 1;
                case ')' -> depth -= inClass ? 0 : 1;
                default -> {}
            }
        }
        return borders;
    }
}
