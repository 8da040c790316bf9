package id.pendopo.conversation.facts;

import id.pendopo.knowledge.Answer;
import java.util.List;
import java.util.Optional;

/**
 * The search result of a message: what the knowledge base says to it.
 *
 * @param answers one for each question, at most three; of several questions those that were found
 * @param left what else the message asks or complains of, as it was typed; empty when nothing was found
 */
record KnowledgeResult(List<Answer> answers, List<String> left) {

    KnowledgeResult {
        answers = List.copyOf(answers);
        left = List.copyOf(left);
    }

    static KnowledgeResult of(Optional<Answer> answer) {
        return new KnowledgeResult(answer.stream().toList(), List.of());
    }

    @Override
    public String toString() {
        return "KnowledgeResult[" + answers.size() + ", " + left.size() + " left]";
    }
}
