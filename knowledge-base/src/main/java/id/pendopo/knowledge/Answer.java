package id.pendopo.knowledge;

import java.util.List;
import java.util.Optional;

/** Result of question answering: found, ambiguous or unknown; never without a source when it states a fact. */
public sealed interface Answer {

    /**
     * The answer.
     *
     * @param version the article's version that is quoted
     * @param aspect the field asked for; empty when the summary answers
     * @param web, sms, voice the same answer for a page, one GSM-7 segment where it can be, and 20 spoken seconds
     * @param confidence 0 to 1, calibrated: the share of such answers that are right
     */
    record Found(
            ArticleVersion version,
            Optional<Aspect> aspect,
            String web,
            String sms,
            String voice,
            Citation citation,
            double confidence)
            implements Answer {}

    /** It could be one of these, best first, at most three. */
    record Ambiguous(List<Candidate> candidates, double confidence) implements Answer {

        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** Not in these articles. */
    record Unknown(double confidence) implements Answer {}

    /** An article that may be meant. */
    record Candidate(String slug, String title, double confidence) {}
}
