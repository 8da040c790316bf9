package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Answer.Found;
import id.pendopo.knowledge.Article;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.ArticlesChanged;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.articles.KnowledgeRevision;
import id.pendopo.knowledge.feedback.LearnedLines;
import id.pendopo.knowledge.search.Finder;
import id.pendopo.knowledge.search.Findings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The desk's knowledge base: the search index over what the database holds, built while the desk starts, and rebuilt and
 * swapped atomically after each change, whichever node made it. Who asks never waits for that, and no answer outlives the
 * index that gave it.
 */
public class LiveKnowledge implements KnowledgeBase, Finder, SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(LiveKnowledge.class);

    private final Articles articles;
    private final KnowledgeRevision revision;
    private final LearnedLines learned;
    private final SearchTools tools;
    private final CompletableFuture<IndexedKnowledge> first;
    private final Executor inBackground = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("embedder-weights")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private volatile @Nullable IndexedKnowledge later;
    private volatile List<Edition> newest = List.of();
    private long built;

    LiveKnowledge(Articles articles, KnowledgeRevision revision, LearnedLines learned, SearchTools tools) {
        this.articles = articles;
        this.learned = learned;
        this.revision = revision;
        this.tools = tools;
        this.built = revision.current();
        this.first = CompletableFuture.supplyAsync(this::indexed);
    }

    /** The desk opens its doors when everything can be found. */
    @Override
    public void afterSingletonsInstantiated() {
        log.info("knowledge base: {} texts published", editions().size());
    }

    private IndexedKnowledge indexed() {
        List<Edition> published = articles.published();
        newest = published;
        IndexedKnowledge indexed = new IndexedKnowledge(published, learned.all(), tools);
        tools.brought().ifPresent(weights -> inBackground.execute(() -> learn(weights, published)));
        return indexed;
    }

    /** What a sentence model that was brought along is worth depends on the articles; until that is learned it counts as before. */
    private void learn(BroughtWeights weights, List<Edition> published) {
        if (published != newest) {
            return;
        }
        try {
            if (weights.learn(published.stream().map(Passages::of).toList())) {
                reweigh();
            }
        } catch (RuntimeException mistake) {
            log.error("What the sentence model is worth cannot be learned; it counts as before", mistake);
        }
    }

    private synchronized void reweigh() {
        later = indexed();
    }

    private IndexedKnowledge current() {
        IndexedKnowledge newest = later;
        return newest == null ? first.join() : newest;
    }

    /** What this node changed is searched as soon as the change is committed. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void rebuild(ArticlesChanged changed) {
        follow();
    }

    /**
     * Builds anew if any node has changed something since.
     *
     * @return whether it has
     * @throws org.springframework.dao.DataAccessException the database is away; what was built stays, try again later
     */
    synchronized boolean follow() {
        long newest = revision.current();
        if (newest == built) {
            return false;
        }
        // Read after its revision: what is committed in between is built twice, never missed.
        later = indexed();
        built = newest;
        return true;
    }

    /** Once a second: builds its own search index anew when another node has published or learned something. */
    void followOthers() {
        if (follow()) {
            log.info(
                    "knowledge base: changed by another node, or by what it learned; {} texts are published",
                    editions().size());
        }
    }

    @Override
    public Answer ask(Question question) {
        return current().ask(question);
    }

    @Override
    public Optional<ArticleVersion> published(String slug, Locale language) {
        return current().published(slug, language);
    }

    @Override
    public Optional<Found> answer(String slug, Optional<Aspect> aspect, Locale language) {
        return current().answer(slug, aspect, language);
    }

    @Override
    public List<Article> articles(Locale language) {
        return current().articles(language);
    }

    /** All texts of an article, the main language first; empty for one that is not published. */
    public List<Edition> texts(String slug) {
        return current().texts(slug);
    }

    /** Every published article in the order of titles, in the default language where it has no text in this one. */
    public List<Article> readable(Locale language) {
        return current().readable(language);
    }

    /** Articles that may answer, best first, at most ten: for a page that shows a list. */
    public List<Article> search(String text, Locale language) {
        return current().search(text, language);
    }

    @Override
    public Findings find(String text) {
        return current().find(text);
    }

    List<Edition> editions() {
        return current().editions();
    }
}
