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
    private volatile @Nullable IndexedKnowledge later;
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
        return new IndexedKnowledge(articles.published(), learned.all(), tools);
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
