package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.Finder;
import id.pendopo.knowledge.Rehearsal;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Draft;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks before something is published: does each of its questions find it, and do the other articles keep theirs? Asks a
 * search that holds the draft already; nobody is served from that.
 */
@Component
class GoldenGate {

    private final Articles articles;
    private final Finder live;

    GoldenGate(Articles articles, Finder live) {
        this.articles = articles;
        this.live = live;
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

    /** Takes about a second and, with many articles, some milliseconds for each of their questions. */
    Report rehearse(Draft draft) {
        if (draft.internal()) {
            return new Report(0, List.of(), List.of());
        }
        List<Edition> others = articles.published().stream()
                .filter(edition -> !replaces(draft.words(), edition))
                .toList();
        List<Edition> all = new ArrayList<>(others);
        all.add(draft.words());
        Finder rehearsal = new Rehearsal(all);
        String slug = draft.words().text().slug();
        List<String> own = Stream.concat(draft.golden().stream(), draft.words().questions().stream())
                .distinct()
                .toList();
        List<Lost> missed = own.stream()
                .map(question -> new Lost(question, slug, first(rehearsal, question)))
                .filter(lost -> !lost.found().equals(slug))
                .toList();
        List<Lost> theirs = others.stream()
                .filter(edition -> !edition.text().slug().equals(slug))
                .flatMap(this::questions)
                .toList();
        List<Lost> stolen = theirs.stream()
                .filter(question -> first(rehearsal, question.question()).equals(slug))
                .filter(question -> first(live, question.question()).equals(question.owner()))
                .map(question -> new Lost(question.question(), question.owner(), slug))
                .toList();
        return new Report(own.size() + theirs.size(), missed, stolen);
    }

    private Stream<Lost> questions(Edition edition) {
        String slug = edition.text().slug();
        return Stream.concat(
                        edition.questions().stream(),
                        articles.golden(slug, edition.text().language()).stream())
                .map(question -> new Lost(question, slug, ""));
    }

    private static String first(Finder finder, String question) {
        return finder.find(question).hits().stream().findFirst().map(Hit::id).orElse("");
    }

    private static boolean replaces(Edition draft, Edition published) {
        return draft.text().slug().equals(published.text().slug())
                && draft.text().language().equals(published.text().language());
    }
}
