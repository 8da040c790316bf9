package id.pendopo.conversation.dialogue;

/**
 * An extension point of the dialogue: a responder or a finisher of another package, by its name and its place. Every bean
 * of this type takes part.
 */
public sealed interface Contribution {

    /** What a turn is counted under; no other has it. */
    String name();

    /** The name of the one in the same list that it is asked before. */
    String before();

    /** One more responder; never the last, who always answers. */
    record OfResponder(String name, String before, Responder responder) implements Contribution {}

    /** One more finisher. */
    record OfFinisher(String name, String before, Finisher finisher) implements Contribution {}
}
