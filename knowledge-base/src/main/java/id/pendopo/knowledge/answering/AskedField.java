package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.text.AspectWords;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Slot resolution: which of an article's fields holds what was asked for, where it has no field of that name. */
final class AskedField {

    private final AspectWords words = new AspectWords();

    /** Those of whose articles one is called a report: moving house, taxes. */
    private final Set<String> reporting;

    AskedField(Collection<Edition> editions) {
        reporting = editions.stream()
                .map(Edition::text)
                .filter(text -> words.tellsOfReporting(text.title()))
                .map(ArticleVersion::service)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The field to answer with.
     *
     * @param reports whether it was asked where one reports: where the service is a report itself, its own office says so
     */
    Optional<Aspect> of(ArticleVersion text, Optional<Aspect> asked, boolean reports) {
        return asked.map(aspect -> switch (aspect) {
            case COMPLAINT -> reports ? whereOneReports(text) : aspect;
            case PAYMENT -> first(text, aspect, howOnePays(text));
            case ONLINE -> first(text, aspect, List.of(Aspect.OFFICE, Aspect.PROCEDURE));
            case REQUIREMENTS, PROCEDURE, DURATION, FEE, PRODUCT, OFFICE, HOURS, LEGAL_BASIS, VALIDITY -> aspect;
        });
    }

    private Aspect whereOneReports(ArticleVersion text) {
        boolean service = reporting.contains(text.service())
                || Stream.of(text.title(), text.summary(), text.sms()).anyMatch(words::tellsOfReporting);
        boolean step = words.tellsOfReporting(text.fields().getOrDefault(Aspect.PROCEDURE, ""));
        return service
                ? first(text, Aspect.OFFICE, List.of(Aspect.PROCEDURE))
                : step ? Aspect.PROCEDURE : Aspect.COMPLAINT;
    }

    /** What costs nothing says so where the fee stands; otherwise the steps tell where one pays, or the office does. */
    private List<Aspect> howOnePays(ArticleVersion text) {
        boolean steps = words.tellsOfPaying(text.fields().getOrDefault(Aspect.PROCEDURE, ""));
        return steps ? List.of(Aspect.PROCEDURE) : List.of(Aspect.FEE, Aspect.OFFICE);
    }

    private static Aspect first(ArticleVersion text, Aspect asked, List<Aspect> instead) {
        return Stream.concat(Stream.of(asked), instead.stream())
                .filter(text.fields()::containsKey)
                .findFirst()
                .orElse(asked);
    }
}
