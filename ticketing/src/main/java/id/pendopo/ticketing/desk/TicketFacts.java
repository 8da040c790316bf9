package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.desk.TicketPane.Fact;
import id.pendopo.ticketing.labels.EventDescriptions;
import id.pendopo.ticketing.labels.TicketLabels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The detail card of a ticket, fact by fact; what is not known is left out. */
@Component
class TicketFacts {

    private final TicketLabels labels;
    private final EventDescriptions events;

    TicketFacts(TicketLabels labels, EventDescriptions events) {
        this.labels = labels;
        this.events = events;
    }

    List<Fact> of(Ticket ticket, Locale language) {
        return Stream.of(
                        ticket.name().map(name -> fact(language, "name", name)),
                        fact("type", labels.say(language, "desk.type." + ticket.type()), language),
                        fact("emergency", labels.danger(ticket, language), language),
                        fact("category", category(ticket.category(), language), language),
                        fact("unit", events.unit(ticket.unit(), language), language),
                        ticket.place().map(place -> fact(language, "place", place)),
                        fact("opened", new PromisedTime(ticket.opened(), ticket.zone()).words(language), language),
                        ticket.due()
                                .map(due ->
                                        fact(language, "due", new PromisedTime(due, ticket.zone()).words(language))),
                        fact("legal", events.basis(ticket.legalBasis(), language), language),
                        fact("visibility", labels.say(language, "desk.visibility." + ticket.visibility()), language),
                        ticket.outcome().map(outcome -> fact(language, "outcome", events.outcome(outcome, language))),
                        ticket.rating().map(rating -> fact(language, "rating", events.rating(rating, language))))
                .flatMap(Optional::stream)
                .filter(fact -> !fact.words().isBlank())
                .toList();
    }

    String category(String key, Locale language) {
        return events.category(key, language);
    }

    private Optional<Fact> fact(String key, String value, Locale language) {
        return Optional.of(fact(language, key, value));
    }

    private Fact fact(Locale language, String key, String value) {
        return new Fact(labels.say(language, "desk.fact." + key), value);
    }
}
