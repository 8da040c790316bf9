package id.pendopo.conversation.facts;

import id.pendopo.knowledge.Answer;
import java.util.List;
import java.util.Optional;

/**
 * A segment of a message, with what it was found to be.
 *
 * @param asks whether it asks something; what does not tells something
 * @param complains whether it tells of something that is wrong, which says nothing of what is asked beside it
 * @param waits whether it tells of something that should have come
 * @param answer what the knowledge base makes of it
 */
record MessagePart(String text, boolean asks, boolean complains, boolean waits, Answer answer) {

    /** How sure it must be that a complaint is about what was answered beside it. */
    private static final double SURE = 0.75;

    Optional<Answer.Found> found() {
        return !complains && answer instanceof Answer.Found found ? Optional.of(found) : Optional.empty();
    }

    Optional<String> article() {
        return found().map(found -> found.version().slug());
    }

    /** Whether it tells of a matter of its own: none of these answers is about it. */
    boolean apart(List<Answer.Found> answers) {
        return (complains || waits) && answers.stream().noneMatch(this::about);
    }

    /** Words of damage are like those of many an article: a complaint is about one only where there is little doubt. */
    boolean about(Answer.Found said) {
        boolean likely = waits || !complains;
        return switch (answer) {
            case Answer.Found found ->
                found.version().service().equals(said.version().service()) && (likely || found.confidence() >= SURE);
            case Answer.Ambiguous ambiguous ->
                likely
                        && ambiguous.candidates().stream()
                                .anyMatch(article ->
                                        article.slug().equals(said.version().slug()));
            case Answer.Unknown _ -> false;
        };
    }

    @Override
    public String toString() {
        return "MessagePart[REDACTED]";
    }
}
