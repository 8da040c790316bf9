package id.pendopo.conversation.dialogue;

/** A post-processor in the chain that each decision passes, whoever made it. */
@FunctionalInterface
public interface Finisher {

    /** The decision as it goes on to the next in the list; the same where there is nothing to add. */
    Decision finish(TurnContext context, Decision decision);
}
