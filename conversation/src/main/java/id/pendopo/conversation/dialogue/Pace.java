package id.pendopo.conversation.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pace of a conversation: what tells a program that answers by itself from a person.
 *
 * @param texts the latest different texts, newest first, as hashes
 * @param rapid messages in a row that came right behind the one before
 * @param answers given since {@code since}
 * @param since when the hour of the answers began
 * @param hushed whether the last word was said
 * @param stopped when the citizen was told that the line answers nobody for now
 */
public record Pace(
        List<Said> texts, int rapid, int answers, Optional<Instant> since, boolean hushed, Optional<Instant> stopped) {

    private static final int REMEMBERED = 6;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** A text that was said so often, each time within an hour of the time before. */
    public record Said(int hash, int times, Instant last) {}

    public Pace {
        texts = List.copyOf(texts);
        since = Objects.requireNonNullElse(since, Optional.empty());
        stopped = Objects.requireNonNullElse(stopped, Optional.empty());
    }

    public static Pace fresh() {
        return new Pace(List.of(), 0, 0, Optional.empty(), false, Optional.empty());
    }

    /** A message came. */
    public Pace heard(Optional<Integer> text, boolean atOnce, Instant now) {
        boolean over = since.filter(begun -> now.isBefore(begun.plus(HOUR))).isEmpty();
        return new Pace(
                text.map(hash -> said(hash, now)).orElse(texts),
                atOnce ? rapid + 1 : 0,
                over ? 0 : answers,
                over ? Optional.empty() : since,
                hushed,
                stopped);
    }

    private List<Said> said(int hash, Instant now) {
        int times = texts.stream()
                .filter(said -> said.hash() == hash && now.isBefore(said.last().plus(HOUR)))
                .mapToInt(Said::times)
                .findFirst()
                .orElse(0);
        Stream<Said> others = texts.stream().filter(said -> said.hash() != hash);
        return Stream.concat(Stream.of(new Said(hash, times + 1, now)), others)
                .limit(REMEMBERED)
                .toList();
    }

    /** How often a text was said in a row of hours. */
    public int times(Optional<Integer> text) {
        return texts.stream()
                .filter(said -> text.filter(hash -> hash == said.hash()).isPresent())
                .mapToInt(Said::times)
                .findFirst()
                .orElse(0);
    }

    /** The same without how the texts sounded. */
    public Pace wordless() {
        return new Pace(List.of(), rapid, answers, since, hushed, stopped);
    }

    /** It was answered. */
    public Pace answered(Instant now) {
        return new Pace(texts, rapid, answers + 1, Optional.of(since.orElse(now)), false, stopped);
    }

    /** It was not answered any more. */
    public Pace hushing() {
        return new Pace(texts, rapid, answers, since, true, stopped);
    }

    /** The citizen is told that the line answers nobody for now. */
    public Pace stopping(Instant now) {
        return new Pace(texts, rapid, answers, since, hushed, Optional.of(now));
    }

    /** Whether the citizen was told so within a day. */
    public boolean toldOfStop(Instant now) {
        return stopped.filter(at -> now.isBefore(at.plus(DAY))).isPresent();
    }

    @Override
    public String toString() {
        return "Pace[" + rapid + ", " + answers + "]";
    }

    /**
     * The pacing limits of a line: from when on the bot stops answering somebody; a person does not get there.
     *
     * @param sameText answers to one text of three words or more, until an hour passes without it
     * @param sameWord answers to one shorter text, such as STATUS
     * @param inARow answers to messages that each come within {@code rightBehind} of the one before
     * @param rightBehind so fast nobody reads an answer and writes the next message for long
     * @param paidAnswers answers within an hour to one number, on a line that pays by the segment
     */
    public record Limits(int sameText, int sameWord, int inARow, Duration rightBehind, int paidAnswers) {

        /** Where nobody set others. */
        public static final Limits STANDARD = new Limits(5, 10, 30, Duration.ofSeconds(10), 60);

        public Limits {
            if (sameText < 1 || sameWord < 1 || inARow < 1 || paidAnswers < 1) {
                throw new IllegalArgumentException("everybody is answered at least once");
            }
        }
    }
}
