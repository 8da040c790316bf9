package id.pendopo.knowledge;

import java.util.List;

/**
 * A field as a page shows it.
 *
 * @param lines without their bullets or numbers
 */
record FieldText(Shape shape, List<String> lines) {

    /** How the lines belong together. */
    enum Shape {
        TEXT,
        LIST,
        STEPS
    }

    static FieldText of(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Shape shape = lines.stream().allMatch(line -> line.startsWith("- "))
                ? Shape.LIST
                : lines.stream().allMatch(line -> line.matches("\\d+\\. .*")) ? Shape.STEPS : Shape.TEXT;
        return new FieldText(
                shape,
                lines.stream()
                        .map(line -> line.replaceFirst("^(-|\\d+\\.) ", ""))
                        .toList());
    }

    public boolean isList() {
        return shape == Shape.LIST;
    }

    public boolean isSteps() {
        return shape == Shape.STEPS;
    }
}
