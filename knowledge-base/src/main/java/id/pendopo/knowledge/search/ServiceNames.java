package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.ParsedQuery.Concept;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entity names: the words by which a service is called ("paspor", "SIM"): those that stand in the titles of few
 * services.
 */
final class ServiceNames {

    /** A word in the titles of more services than this does not tell one from another. */
    private static final int FEW = 2;

    private static final double ANY = 0.5;

    private final Map<String, Set<String>> titleStems = new HashMap<>();
    private final Map<String, Integer> services = new HashMap<>();

    void add(String service, List<String> stemsOfTitle) {
        Set<String> known = titleStems.computeIfAbsent(service, s -> new HashSet<>());
        stemsOfTitle.stream().filter(known::add).forEach(stem -> services.merge(stem, 1, Integer::sum));
    }

    /**
     * The share of the subjects that the question names which the service is called by; a question that names none is about
     * what the conversation was about, and without a conversation about anything.
     */
    double named(List<QueryConcept> asked, String service, Optional<String> talkedAbout) {
        Set<String> called = titleStems.getOrDefault(service, Set.of());
        double all = 0;
        double named = 0;
        for (QueryConcept told : asked) {
            if (isSubject(told.concept())) {
                all += told.tells();
                named += told.tells() * told.concept().satisfiedBy(called);
            }
        }
        double implied =
                talkedAbout.map(about -> about.equals(service) ? 1.0 : 0.0).orElse(ANY);
        return all == 0 ? implied : named / all;
    }

    /** Whether a stressed word stands in a title of any service. */
    boolean standsInATitle(QueryConcept told) {
        return told.concept().weight() == 1
                && told.concept().equals().stream()
                        .anyMatch(equal -> services.keySet().containsAll(equal.phrase()));
    }

    private boolean isSubject(Concept concept) {
        return concept.weight() == 1
                && concept.equals().stream()
                        .anyMatch(equal -> equal.phrase().stream()
                                .anyMatch(stem -> services.containsKey(stem) && services.getOrDefault(stem, 0) <= FEW));
    }
}
