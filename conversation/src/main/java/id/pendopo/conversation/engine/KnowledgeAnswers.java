package id.pendopo.conversation.engine;

import id.pendopo.knowledge.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The knowledge base knows: each question gets its answer, each answer its source. */
final class KnowledgeAnswers implements Responder {

    @Override
    public Optional<Decision> respond(Scene scene) {
        List<Answer.Found> found = scene.facts().found();
        return found.isEmpty() || perhapsAReport(scene, found) ? Optional.empty() : Optional.of(answered(scene, found));
    }

    /** Two words such as "jalan rusak" may be like an article and yet tell of something that should be mended. */
    static boolean perhapsAReport(Scene scene, List<Answer.Found> found) {
        return found.stream().allMatch(answer -> answer.confidence() < Confidence.ANSWER_TO_A_COMPLAINT)
                && ReportStart.complains(scene, Confidence.SUGGESTED);
    }

    static Decision answered(Scene scene, List<Answer.Found> found) {
        return Decision.of(scene, Ending.ANSWERED, parts(found))
                .state(state -> state.answered(found.getLast().version().slug()).expectingNothing());
    }

    static List<Part> parts(List<Answer.Found> found) {
        List<Part> parts = new ArrayList<>();
        for (Answer.Found answer : found) {
            parts.add(new Part.Quote(answer));
            parts.add(new Part.Source(answer.citation()));
        }
        return parts;
    }
}
