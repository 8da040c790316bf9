package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.Hit.Likeness;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Feature extraction and scoring: compares one question with candidates; what holds for a whole article or service is
 * worked out once.
 */
final class CandidateScorer {

    /** What an article gains when the conversation was about it. */
    private static final double SAME_ARTICLE = 0.1;

    private final Ranking ranking;
    private final SemanticSimilarity meanings;
    private final QueryFeatures asked;
    private final Optional<ServiceNames> subjects;
    private final Optional<String> talkedAbout;
    private final Optional<String> talkedAboutService;
    private final Map<String, Double> subjectOfService = new HashMap<>();
    private final Map<String, ArticleShare> shareOfArticle = new HashMap<>();

    private record ArticleShare(double coveredAnywhere, boolean titleSaysAll) {}

    CandidateScorer(
            Ranking ranking,
            SemanticSimilarity meanings,
            QueryFeatures asked,
            Optional<ServiceNames> subjects,
            Optional<String> talkedAbout,
            Optional<String> itsService) {
        this.ranking = ranking;
        this.meanings = meanings;
        this.asked = asked;
        this.subjects = subjects;
        this.talkedAbout = talkedAbout;
        this.talkedAboutService = itsService;
    }

    /** Whether an article may be meant: an office is only where nothing is named beside it. */
    boolean mayBeMeant(ArticleTerms article) {
        return !article.directory()
                || subjects.stream()
                        .flatMap(names -> asked.concepts().stream().filter(names::standsInATitle))
                        .allMatch(named -> named.satisfiedBy(asked.held(article.questions())) > 0);
    }

    /** Compares with one question of an article; the figures are those of {@link Likeness}. */
    Hit with(IndexedQuestion line, double bm25) {
        ArticleTerms article = line.article();
        ArticleShare share = shareOfArticle.computeIfAbsent(article.id(), _ -> shareOf(article));
        BitSet held = asked.held(line);
        double covered = asked.covered(held);
        double subject =
                subjects.isEmpty() ? covered : subjectOfService.computeIfAbsent(article.service(), this::subjectOf);
        Likeness likeness = new Likeness(
                bm25,
                asked.likenessOfStems(line),
                asked.likenessOfLetters(line),
                covered,
                share.coveredAnywhere(),
                subject,
                asked.said(line, held),
                meanings.likeness(asked.meaning(), line.meaning()),
                0);
        double preferred = talkedAbout.filter(article.id()::equals).isPresent() ? SAME_ARTICLE : 0;
        return new Hit(
                article.id(),
                article.service(),
                ranking.score(likeness) + preferred,
                share.titleSaysAll(),
                article.mishap(),
                likeness);
    }

    private ArticleShare shareOf(ArticleTerms article) {
        return new ArticleShare(asked.covered(asked.held(article)), asked.stressedAllIn(asked.held(article.title())));
    }

    private double subjectOf(String service) {
        return subjects.orElseThrow().named(asked.concepts(), service, talkedAboutService);
    }
}
