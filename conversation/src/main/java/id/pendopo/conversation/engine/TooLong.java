package id.pendopo.conversation.engine;

/** A message that was longer than its line takes was read in part only; the citizen is told. */
final class TooLong {

    private static final Part WORDS = Part.say("shortened");

    private TooLong() {}

    /** Behind what may save a life, before anything else; not while an agent, who sees the ellipsis, holds the floor. */
    static Decision noting(Scene scene, Decision decision) {
        if (!scene.message().shortened() || decision.replies().isEmpty()) {
            return decision;
        }
        return decision.ending() == Ending.EMERGENCY ? decision.followed(WORDS) : decision.preceded(WORDS);
    }
}
