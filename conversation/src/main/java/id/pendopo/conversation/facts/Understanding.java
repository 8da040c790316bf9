package id.pendopo.conversation.facts;

import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.Shipped;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Category;
import java.util.List;

/**
 * What makes sense of words.
 *
 * @param acts learned what kind of utterance a text is
 * @param categories learned what a complaint is about
 */
public record Understanding(
        KnowledgeBase knowledge, LanguageDetector languages, TextClassifier acts, TextClassifier categories) {

    /** Teaches the classifiers what the desk's own categories are and what kinds of utterances there are; under a second. */
    public static Understanding taught(
            KnowledgeBase knowledge,
            LanguageDetector languages,
            TextClassifier.Factory classifiers,
            List<Category> categories) {
        TextClassifier acts = classifiers.create();
        acts.train(Shipped.acts());
        TextClassifier complaints = classifiers.create();
        complaints.train(Learning.categories(categories));
        return new Understanding(knowledge, languages, acts, complaints);
    }
}
