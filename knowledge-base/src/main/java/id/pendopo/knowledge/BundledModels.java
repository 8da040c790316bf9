package id.pendopo.knowledge;

import java.util.List;
import java.util.ServiceLoader;

/** Trained models and articles as they are bundled with the software, without database or server: for commands and tests. */
public interface BundledModels {

    /** Those on the class path. */
    static BundledModels load() {
        return ServiceLoader.load(BundledModels.class, BundledModels.class.getClassLoader())
                .findFirst()
                .orElseThrow();
    }

    /** The bundled articles, indexed; takes about a second. */
    KnowledgeBase knowledgeBase();

    /** The language detector with the model that the build trained. */
    LanguageDetector languages();

    /** Makes classifiers that know nothing yet. */
    TextClassifier.Factory classifiers();

    /** Tells what a citizen does by a message, with the model that the build trained. */
    TextClassifier actClassifier();

    /** Tells what a citizen does whom the desk asked something, with the model that the build trained. */
    TextClassifier taskActClassifier();

    /** Tells what a first message is, with the model that the build trained. */
    TextClassifier openingClassifier();

    /** Tells what a citizen does who has a ticket, with the model that the build trained. */
    TextClassifier followUpClassifier();

    /** Complaints that were written by hand, each with the key of the category that it has in the bundled catalogue. */
    List<TextClassifier.Example> complaints();

    /** Hears danger to life, with the model that the build trained. */
    DangerDetector dangers();
}
