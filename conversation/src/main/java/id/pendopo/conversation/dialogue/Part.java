package id.pendopo.conversation.dialogue;

import id.pendopo.channels.Block;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Citation;
import java.util.List;

/** A piece of a reply, as a key with arguments; whoever renders it finds the words. */
public sealed interface Part {

    /** A text of the bundle; {@code key.brief}, {@code key.page} and {@code key.spoken} are its short forms, where they exist. */
    record Say(String key, List<Arg> args) implements Part {

        public Say {
            args = List.copyOf(args);
        }
    }

    /** Words that are said where they cost no further message. */
    record Aside(Say say) implements Part {}

    /** What an article says, in its own words. */
    record Quote(Answer.Found found) implements Part {}

    /** Where it stands written. */
    record Source(Citation citation) implements Part {}

    /**
     * What may be picked, in order.
     *
     * @param named whether the short form of the text names them already, so that a line that pays by the segment leaves
     *     them out
     */
    record Offer(List<Option> options, boolean named) implements Part {

        public Offer {
            options = List.copyOf(options);
        }
    }

    /** Asks for a place. */
    record AskPlace(String key) implements Part {}

    /** Who speaks from now on. */
    record Notice(String key, List<Arg> args) implements Part {

        public Notice {
            args = List.copyOf(args);
        }
    }

    /** What a call does after these words; elsewhere the words alone. */
    record Step(String key, List<Arg> args, Block.CallStep.Next next) implements Part {

        public Step {
            args = List.copyOf(args);
        }
    }

    /** What was said last, again. */
    record Again() implements Part {}

    /** The rest of what was too long for the line. */
    record Rest() implements Part {}

    /**
     * One thing to pick.
     *
     * @param id what comes back, at most 64 bytes
     */
    record Option(String id, Arg label) {}

    static Say say(String key, Arg... args) {
        return new Say(key, List.of(args));
    }

    /** After these words a call ends. */
    static Step hangUp(String key, Arg... args) {
        return new Step(key, List.of(args), Block.CallStep.Next.HANG_UP);
    }

    /** After these words a call takes a message. */
    static Step record(String key, Arg... args) {
        return new Step(key, List.of(args), Block.CallStep.Next.RECORD);
    }

    static Offer offer(Option... options) {
        return new Offer(List.of(options), false);
    }

    static Offer named(Option... options) {
        return new Offer(List.of(options), true);
    }

    static Option option(String id, String key) {
        return new Option(id, new Arg.Term(key));
    }
}
