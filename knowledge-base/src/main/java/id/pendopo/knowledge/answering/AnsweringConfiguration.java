package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.KnowledgeChecks;
import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.Phrases;
import id.pendopo.knowledge.Questions;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.answering.KnowledgeProperties.SentenceModel;
import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.KnowledgeRevision;
import id.pendopo.knowledge.articles.SourceChecks;
import id.pendopo.knowledge.feedback.LearnedLines;
import id.pendopo.knowledge.fitting.EmbedderFit;
import id.pendopo.knowledge.fitting.StoredWeights;
import id.pendopo.knowledge.language.OnnxEmbedder;
import id.pendopo.knowledge.language.SecondOpinions;
import id.pendopo.knowledge.language.TrainedLanguageDetector;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.ui.ChangePoll;
import id.pendopo.ui.CountryPack;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Bean configuration of the knowledge base: search, models, seed articles. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KnowledgeProperties.class)
class AnsweringConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AnsweringConfiguration.class);

    private final CompletableFuture<Optional<Embedder>> sentences = new CompletableFuture<>();

    /** @param own of the operator's phrase files; usually in the data folder */
    @Bean
    Phrases phrases(CountryPack pack, @Value("${pendopo.phrases:${pendopo.data:data}/phrases}") Path own) {
        return Phrases.of(pack, own);
    }

    @Bean
    SearchTools searchTools(
            KnowledgeProperties properties,
            CountryPack pack,
            Phrases phrases,
            @Value("${pendopo.data:data}/embedder-weights.tsv") Path learned) {
        SentenceModel brought = properties.embedder();
        if (!brought.given()) {
            SearchTools shipped = ShippedModels.tools(pack, phrases);
            return properties.secondLook() ? shipped.lookingTwice(sentences) : shipped;
        }
        log.info("knowledge base: meanings are compared by {}", brought.model());
        Path model = Path.of(brought.model());
        Path tokenizer = Path.of(brought.tokenizer());
        Embedder embedder = new OnnxEmbedder(model, tokenizer, brought.pooling());
        Lexicon lexicon = Lexicon.shipped();
        BroughtWeights weights = new BroughtWeights(
                new EmbedderFit(lexicon, embedder)::over, new StoredWeights(learned, List.of(model, tokenizer)));
        return new SearchTools(
                lexicon,
                ShippedModels.scope(),
                embedder,
                Optional.empty(),
                Optional.of(weights),
                pack,
                new Questions(phrases));
    }

    @Bean
    Rehearsals rehearsals(SearchTools tools) {
        return articles -> new IndexedKnowledge(articles, tools.lookingOnce());
    }

    @Bean
    ArticleFiles articleFiles(KnowledgeProperties properties, CountryPack pack) {
        String elsewhere = properties.articles();
        return elsewhere == null ? ArticleFiles.of(pack) : ArticleFiles.at(elsewhere, pack.languages());
    }

    @Bean
    LiveKnowledge knowledgeBase(
            Articles articles,
            KnowledgeRevision revision,
            LearnedLines learned,
            ArticleFiles files,
            SearchTools tools) {
        int added = articles.seed(files.editions());
        log.info("knowledge base: {} texts are new", added);
        return new LiveKnowledge(articles, revision, learned, tools);
    }

    @Bean
    KnowledgeChecks knowledgeChecks(LiveKnowledge knowledge) {
        return new SourceChecks(knowledge::editions);
    }

    @Bean
    ChangePoll knowledgePoll(LiveKnowledge knowledge, @Value("${pendopo.workers:true}") boolean workers) {
        return new ChangePoll("the knowledge base", knowledge::followOthers, workers);
    }

    @Bean
    Masking masking(CountryPack pack) {
        return Masking.of(pack);
    }

    /** A detector that cannot say one of the pack's languages would take it for another; then citizens choose theirs. */
    @Bean
    LanguageDetector languageDetector(CountryPack pack) {
        boolean knowsAll = pack.languages().stream()
                .map(Locale::getLanguage)
                .allMatch(TrainedLanguageDetector.LANGUAGES::contains);
        return knowsAll ? BundledModels.load().languages() : _ -> Optional.empty();
    }

    /** The sentence model is loaded beside the desk's first minute: neither the start waits for it nor the first citizen. */
    @EventListener(ApplicationReadyEvent.class)
    void loadSentenceModel() {
        Thread.ofPlatform().daemon().name("sentence-model").start(() -> {
            try {
                sentences.complete(SecondOpinions.shipped().embedder().map(Embedder.class::cast));
            } finally {
                sentences.complete(Optional.empty());
            }
        });
    }

    @Bean
    TextClassifier.Factory textClassifiers() {
        return BundledModels.load().classifiers();
    }
}
