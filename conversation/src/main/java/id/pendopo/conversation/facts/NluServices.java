package id.pendopo.conversation.facts;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.DangerDetector;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Category;
import java.util.List;

/**
 * The services that understand natural language (NLU).
 *
 * @param acts learned what kind of utterance a text is
 * @param taskActs learned what an utterance does whose writer was asked something
 * @param openings learned what a first message is
 * @param followUps learned what an utterance does whose writer has a ticket
 * @param dangers learned what people in danger write
 * @param categories learned what a complaint is about
 */
public record NluServices(
        KnowledgeBase knowledge,
        LanguageDetector languages,
        TextClassifier acts,
        TextClassifier taskActs,
        TextClassifier openings,
        TextClassifier followUps,
        DangerDetector dangers,
        TextClassifier categories) {

    /** With the models that the build trained, and a classifier of categories. */
    public static NluServices of(KnowledgeBase knowledge, LanguageDetector languages, TextClassifier categories) {
        BundledModels models = BundledModels.load();
        return new NluServices(
                knowledge,
                languages,
                models.actClassifier(),
                models.taskActClassifier(),
                models.openingClassifier(),
                models.followUpClassifier(),
                models.dangers(),
                categories);
    }

    /** With a classifier that learns the desk's own categories first; about a second. */
    public static NluServices taught(
            KnowledgeBase knowledge,
            LanguageDetector languages,
            TextClassifier.Factory classifiers,
            List<Category> categories) {
        TextClassifier complaints = classifiers.create();
        complaints.train(TrainingSet.of(categories, BundledModels.load().complaints(), List.of())
                .all());
        return of(knowledge, languages, complaints);
    }
}
