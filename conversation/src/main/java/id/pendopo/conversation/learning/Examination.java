package id.pendopo.conversation.learning;

import id.pendopo.conversation.facts.TrainingSet;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.TextClassifier.Example;
import java.util.List;
import java.util.Locale;

/**
 * Evaluates a classifier on a holdout, whether learning something new makes suggestions worse. Every fifth line is
 * asked of two classifiers: one that learned the other lines of before, one that learned the other lines of now. Takes
 * seconds.
 */
public final class Examination {

    private static final int EVERY = 5;

    /** One line in so many may be lost, and one where there are fewer: that much is chance. */
    private static final int ALLOWED = 30;

    private final TextClassifier.Factory classifiers;

    public Examination(TextClassifier.Factory classifiers) {
        this.classifiers = classifiers;
    }

    /**
     * How many lines of one kind were told rightly.
     *
     * @param before by what was learned before
     * @param after by what is new
     */
    public record Mark(int asked, int before, int after) {

        private boolean passed() {
            return before - after <= Math.max(1, asked / ALLOWED);
        }

        private Mark and(Mark other) {
            return new Mark(asked + other.asked, before + other.before, after + other.after);
        }

        @Override
        public String toString() {
            return "%d of %d right, %d before".formatted(after, asked, before);
        }
    }

    /** The desk's own lines count twice, alone and with the others: many wrong corrections cannot outvote them. */
    public record Marks(Mark desk, Mark corrected) {

        public boolean passed() {
            return desk.passed() && desk.and(corrected).passed();
        }
    }

    /** What is asked is what would be right now, of both. */
    public Marks of(TrainingSet before, TrainingSet now) {
        TextClassifier old = taught(before);
        TextClassifier fresh = taught(now);
        return new Marks(mark(now.desk(), old, fresh), mark(now.corrected(), old, fresh));
    }

    private TextClassifier taught(TrainingSet learning) {
        TextClassifier classifier = classifiers.create();
        classifier.train(learning.all().stream().filter(line -> !asked(line)).toList());
        return classifier;
    }

    private static Mark mark(List<Example> lines, TextClassifier old, TextClassifier fresh) {
        List<Example> asked = lines.stream().filter(Examination::asked).toList();
        return new Mark(asked.size(), right(asked, old), right(asked, fresh));
    }

    private static int right(List<Example> lines, TextClassifier classifier) {
        return (int) lines.stream()
                .filter(line -> classifier
                        .classify(line.text())
                        .filter(guess -> guess.label().equals(line.label()))
                        .isPresent())
                .count();
    }

    /** By the words alone, so that a line is asked again next time, and never learned under another label. */
    private static boolean asked(Example line) {
        return Math.floorMod(line.text().strip().toLowerCase(Locale.ROOT).hashCode(), EVERY) == 0;
    }
}
