package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.lifecycle.Clearances;
import id.pendopo.ticketing.lifecycle.ConfidentialTickets;
import id.pendopo.ticketing.lifecycle.ConfidentialTickets.Look;
import id.pendopo.ticketing.lifecycle.ConfidentialTickets.Sight;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Builds the view model of a ticket's confidentiality: who reads it, and who has looked at it. */
@Component
class ConfidentialNotes {

    private final ConfidentialTickets confidential;
    private final Clearances clearances;
    private final Agents agents;
    private final TicketLabels labels;

    ConfidentialNotes(ConfidentialTickets confidential, Clearances clearances, Agents agents, TicketLabels labels) {
        this.confidential = confidential;
        this.clearances = clearances;
        this.agents = agents;
        this.labels = labels;
    }

    /**
     * What stands on the page of a confidential ticket.
     *
     * @param readers who reads it beside its assignee, in a sentence
     * @param until until when it is open to whoever opened it by break-glass, in a sentence; empty for others
     * @param looks who looked at it and when, the newest first
     */
    record Note(String readers, String until, List<String> looks) {}

    /** Empty of a ticket that is not confidential. */
    Optional<Note> of(Ticket ticket, String login, Locale language) {
        return confidential.sight(ticket.code(), login).map(sight -> note(ticket, sight, language));
    }

    private Note note(Ticket ticket, Sight sight, Locale language) {
        return new Note(
                sight.readers().isEmpty()
                        ? labels.say(language, "desk.confidential.nobody")
                        : labels.say(language, "desk.confidential.readers", names(sight.readers())),
                sight.until()
                        .map(until -> new PromisedTime(until, ticket.zone()).time(language))
                        .map(until -> labels.say(language, "desk.confidential.until", until))
                        .orElse(""),
                sight.looks().stream().map(look -> look(ticket, look, language)).toList());
    }

    private String look(Ticket ticket, Look look, Locale language) {
        return labels.say(
                language,
                "desk.confidential.look",
                name(look.login()),
                new PromisedTime(look.at(), ticket.zone()).words(language));
    }

    /** Who would read a confidential ticket in a category and its unit. */
    String readers(String category, String unit, Locale language) {
        Collection<String> readers = clearances.readers(category, unit);
        return readers.isEmpty()
                ? labels.say(language, "desk.confidential.none")
                : labels.say(language, "desk.confidential.by", names(readers));
    }

    private String names(Collection<String> logins) {
        return logins.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(String login) {
        return agents.find(login).map(Agents.Agent::name).orElse(login);
    }
}
