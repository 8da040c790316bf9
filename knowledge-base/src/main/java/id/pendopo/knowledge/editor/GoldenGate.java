package id.pendopo.knowledge.editor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pendopo.knowledge.answering.Rehearsals;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Articles.Name;
import id.pendopo.knowledge.articles.Draft;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.search.Finder;
import id.pendopo.knowledge.search.Hit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Regression test of the search before publication: asks before something is published: does each of its questions find
 * it, and do the other articles keep theirs? Asks a search that holds the draft already; nobody is served from that.
 */
@Component
class GoldenGate {

    private static final int CASES_KEPT = 100;

    /** Citizens' questions never find an internal article. */
    private static final Report NOTHING_TO_ASK = new Report(0, List.of(), List.of());

    private final Articles articles;
    private final Rehearsals rehearsals;
    private final Cache<Case, Report> judged =
            Caffeine.newBuilder().maximumSize(CASES_KEPT).build();
    private volatile List<Edition> published = List.of();

    GoldenGate(Articles articles, Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
        this.articles = articles;
    }

    /** A question that finds {@code found} (empty: nothing), though it belongs to {@code owner}. */
    record Lost(String question, String owner, String found) {}

    /**
     * @param missed the draft's own questions that find something else
     * @param stolen questions of other articles that found these until now and would find the draft
     */
    record Report(int asked, List<Lost> missed, List<Lost> stolen) {

        public boolean passes() {
            return missed.isEmpty() && stolen.isEmpty();
        }
    }

    /** All that a report depends on, word for word: what is judged is never judged by what was true before. */
    private record Case(Edition words, List<String> golden, List<Edition> published, Map<Name, List<String>> theirs) {

        private String slug() {
            return words.text().slug();
        }

        private List<Edition> rehearsed() {
            return Stream.concat(
                            published.stream()
                                    .filter(edition -> !Name.of(edition).equals(Name.of(words))),
                            Stream.of(words))
                    .toList();
        }
    }

    /**
     * Takes about a second and, with many articles, some milliseconds for each of their questions; no time when neither the
     * draft nor anything published changed since it was asked last.
     */
    Report rehearse(Draft draft) {
        return draft.internal() ? NOTHING_TO_ASK : judged.get(caseOf(draft), this::judge);
    }

    /** The verdict if that takes no time. */
    Optional<Report> known(Draft draft) {
        return Optional.ofNullable(draft.internal() ? NOTHING_TO_ASK : judged.getIfPresent(caseOf(draft)));
    }

    private Case caseOf(Draft draft) {
        return new Case(draft.words(), draft.golden(), published(), articles.golden());
    }

    /** What is published now; the same list as long as it says the same, so that all cases share one. */
    private List<Edition> published() {
        List<Edition> now = articles.published();
        List<Edition> kept = published;
        if (now.equals(kept)) {
            return kept;
        }
        judged.invalidateAll();
        published = now;
        return now;
    }

    private Report judge(Case one) {
        Finder rehearsal = rehearsals.with(one.rehearsed());
        List<String> own = Stream.concat(one.golden().stream(), one.words().questions().stream())
                .distinct()
                .toList();
        List<Lost> missed = own.stream()
                .map(question -> new Lost(question, one.slug(), first(rehearsal, question)))
                .filter(lost -> !lost.found().equals(one.slug()))
                .toList();
        List<Lost> theirs = one.published().stream()
                .filter(edition -> !edition.text().slug().equals(one.slug()))
                .flatMap(edition -> questions(edition, one.theirs()))
                .toList();
        List<Lost> taken = theirs.stream()
                .map(question -> new Lost(question.question(), question.owner(), first(rehearsal, question.question())))
                .filter(question -> question.found().equals(one.slug()))
                .toList();
        return new Report(own.size() + theirs.size(), missed, taken.isEmpty() ? taken : stolen(taken, one.published()));
    }

    /** Those that find their own article today. */
    private List<Lost> stolen(List<Lost> taken, List<Edition> published) {
        Finder today = rehearsals.with(published);
        return taken.stream()
                .filter(lost -> first(today, lost.question()).equals(lost.owner()))
                .toList();
    }

    private static Stream<Lost> questions(Edition edition, Map<Name, List<String>> golden) {
        return Stream.concat(edition.questions().stream(), golden.getOrDefault(Name.of(edition), List.of()).stream())
                .map(question -> new Lost(question, edition.text().slug(), ""));
    }

    private static String first(Finder finder, String question) {
        return finder.find(question).hits().stream().findFirst().map(Hit::id).orElse("");
    }
}
