package id.pendopo.knowledge.rewording;

import java.util.List;

/**
 * What a text says, as far as two texts can be compared without understanding them.
 *
 * @param figures the numbers in order, in digits, each with the word that it counts
 * @param hinges the words in order that the meaning hangs on: not, only, or, must; a "not" with what it denies
 * @param content the stems of all other words in order, without those that anybody may use
 */
record Meaning(List<String> figures, List<String> hinges, List<String> content) {

    Meaning {
        figures = List.copyOf(figures);
        hinges = List.copyOf(hinges);
        content = List.copyOf(content);
    }

    /** Whether all of it belongs together: less of it says something else. */
    boolean binding() {
        return !figures.isEmpty() || hinges.stream().anyMatch(hinge -> !hinge.equals("free") && !hinge.equals("or"));
    }

    @Override
    public String toString() {
        return "Meaning[REDACTED]";
    }
}
