package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.DangerDetector;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.Phrases;
import id.pendopo.knowledge.Questions;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.language.DangerModel;
import id.pendopo.knowledge.language.DoccatClassifier;
import id.pendopo.knowledge.language.LabelledLines;
import id.pendopo.knowledge.language.ScopeModel;
import id.pendopo.knowledge.language.TrainedLanguageDetector;
import id.pendopo.knowledge.language.WordVectors;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Scope;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.ui.CountryPack;
import java.util.List;
import java.util.Optional;

/** Models and word lists as the software ships them, and the country pack's articles, without database or server. */
public final class ShippedModels implements BundledModels {

    @Override
    public KnowledgeBase knowledgeBase() {
        CountryPack pack = CountryPack.chosen();
        return new IndexedKnowledge(ArticleFiles.of(pack).editions(), tools(pack));
    }

    /** Reads questions with what comes with the software. */
    static SearchTools tools(CountryPack pack) {
        return tools(pack, Phrases.of(pack));
    }

    static SearchTools tools(CountryPack pack, Phrases phrases) {
        return new SearchTools(
                Lexicon.shipped(),
                scope(),
                WordVectors.shipped(),
                Optional.empty(),
                Optional.empty(),
                pack,
                new Questions(phrases));
    }

    /** The pack's articles as they are searched. */
    public static List<Passage> passages() {
        return ArticleFiles.shipped().editions().stream().map(Passages::of).toList();
    }

    @Override
    public LanguageDetector languages() {
        return TrainedLanguageDetector.shipped();
    }

    @Override
    public TextClassifier.Factory classifiers() {
        Lexicon lexicon = Lexicon.shipped();
        return () -> new DoccatClassifier(lexicon);
    }

    @Override
    public TextClassifier actClassifier() {
        return DoccatClassifier.ofActs(Lexicon.shipped());
    }

    @Override
    public TextClassifier taskActClassifier() {
        return DoccatClassifier.ofTaskActs(Lexicon.shipped());
    }

    @Override
    public TextClassifier openingClassifier() {
        return DoccatClassifier.ofOpenings(Lexicon.shipped());
    }

    @Override
    public TextClassifier followUpClassifier() {
        return DoccatClassifier.ofFollowUps(Lexicon.shipped());
    }

    @Override
    public List<TextClassifier.Example> complaints() {
        return LabelledLines.of(LabelledLines.COMPLAINTS);
    }

    @Override
    public DangerDetector dangers() {
        return DangerModel.shipped(Lexicon.shipped());
    }

    /** Tells questions to a public desk from all else, with the model that the build trained. */
    public static Scope scope() {
        return ScopeModel.shipped(Lexicon.shipped());
    }
}
