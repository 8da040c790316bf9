package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Aspect;
import java.util.List;
import java.util.Optional;

/**
 * Search result: what a search brought.
 *
 * @param hits best first, each article once
 * @param aspect the field that is asked for
 * @param reports whether it is asked where one reports something, which may be the service itself
 * @param namesSomething false when the question has only aspect and empty words ("bayar ga?")
 * @param namesMore false when it has no word besides those by which it asks for an aspect, even one that tells of an article
 */
public record Findings(
        List<Hit> hits, Optional<Aspect> aspect, boolean reports, boolean namesSomething, boolean namesMore) {

    public Findings {
        hits = List.copyOf(hits);
    }

    /** Whether a sentence model has looked at it. */
    public boolean compared() {
        return compared(hits);
    }

    static boolean compared(List<Hit> hits) {
        return hits.stream().anyMatch(hit -> hit.likeness().sentence() > 0);
    }

    /** The same with its hits in another order. */
    Findings with(List<Hit> others) {
        return new Findings(others, aspect, reports, namesSomething, namesMore);
    }
}
