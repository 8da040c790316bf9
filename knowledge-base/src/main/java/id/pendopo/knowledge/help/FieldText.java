package id.pendopo.knowledge.help;

import java.util.ArrayList;
import java.util.List;

/**
 * View model of a field as a page shows it: sentences, lists and steps, in the order in which they were written.
 *
 * @param blocks without empty ones; empty for an empty field
 */
record FieldText(List<Block> blocks) {

    /**
     * Lines that belong together.
     *
     * @param lines without their bullets or numbers
     */
    record Block(Shape shape, List<String> lines) {}

    /** How the lines of a block belong together. */
    enum Shape {
        TEXT("(?!)"),
        LIST("- "),
        STEPS("\\d+\\. ");

        private final String mark;

        Shape(String mark) {
            this.mark = mark;
        }

        private static Shape of(String line) {
            return line.matches(LIST.mark + ".*") ? LIST : line.matches(STEPS.mark + ".*") ? STEPS : TEXT;
        }
    }

    static FieldText of(String text) {
        List<Block> blocks = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            Shape shape = Shape.of(line);
            if (blocks.isEmpty() || blocks.getLast().shape() != shape) {
                blocks.add(new Block(shape, new ArrayList<>()));
            }
            blocks.getLast().lines().add(line.replaceFirst("^" + shape.mark, ""));
        });
        return new FieldText(List.copyOf(blocks));
    }
}
