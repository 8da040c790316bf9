package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Aspect;
import java.util.List;
import java.util.Optional;

/**
 * Search result: what a search brought.
 *
 * @param hits best first, each article once
 * @param aspect the field that is asked for
 * @param namesSomething false when the question has only aspect and empty words ("bayar ga?")
 */
public record Findings(List<Hit> hits, Optional<Aspect> aspect, boolean namesSomething) {

    public Findings {
        hits = List.copyOf(hits);
    }
}
