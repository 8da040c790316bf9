package id.pendopo.knowledge.search;

import java.util.List;

/**
 * Decision of the gate: what may be done with the findings of a search.
 *
 * @param outcome answer with the first hit, ask which of the hits is meant, or say that it is not known
 * @param answerable 0 to 1: how likely any article answers
 * @param confidence 0 to 1: how likely the first hit does
 * @param choices the hits to offer, best first, at most three
 */
public record Judgement(Outcome outcome, double answerable, double confidence, List<Hit> choices) {

    /** The three ways on. */
    public enum Outcome {
        ANSWER,
        ASK,
        GIVE_UP
    }

    /** The same, given as the answer. */
    public Judgement answering() {
        return new Judgement(Outcome.ANSWER, answerable, confidence, choices);
    }

    public Judgement {
        choices = List.copyOf(choices);
    }
}
