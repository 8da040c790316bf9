package id.pendopo.ticketing.tracking;

import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.labels.EventDescriptions;
import id.pendopo.ticketing.labels.TicketFiles;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import id.pendopo.ticketing.tracking.TrackPage.Problem;
import id.pendopo.ticketing.tracking.TrackPage.Step;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Builds the view model of the tracking page: state and next date for whoever has the code, the rest with a proof. */
@Component
class TrackPages {

    private final TicketHistory history;
    private final EventDescriptions events;
    private final TicketFiles files;
    private final TicketLabels labels;
    private final Clock clock;

    TrackPages(TicketHistory history, EventDescriptions events, TicketFiles files, TicketLabels labels, Clock clock) {
        this.history = history;
        this.events = events;
        this.files = files;
        this.labels = labels;
        this.clock = clock;
    }

    /** The form that asks for a number, with what is wrong with the one that was typed. */
    ModelAndView form(HttpStatus status, String typed, String error, Locale language) {
        ModelAndView page = new ModelAndView("ticketing/track-form")
                .addObject("title", labels.say(language, "track.title"))
                .addObject("typed", typed)
                .addObject("error", error);
        page.setStatus(status);
        return page;
    }

    ModelAndView ticket(HttpStatus status, Ticket ticket, boolean proven, Problem problem, Locale language) {
        ModelAndView page = new ModelAndView("ticketing/track")
                .addObject(
                        "title",
                        labels.say(language, "track.ticket", ticket.code().grouped()))
                .addObject("ticket", page(ticket, proven, language))
                .addObject("office", events.office(ticket.unit(), language))
                .addObject("problem", problem);
        page.setStatus(status);
        return page;
    }

    private TrackPage page(Ticket ticket, boolean proven, Locale language) {
        return new TrackPage(
                ticket.code().digits(),
                ticket.code().grouped(),
                ticket.status(),
                state(ticket, language),
                next(ticket, language),
                ticket.promised().isPresent() ? events.basis(ticket.legalBasis(), language) : "",
                proven,
                IdempotencyKey.draw(),
                proven
                        ? ticket.rating()
                                .map(rating -> events.rating(rating, language))
                                .orElse("")
                        : "",
                proven ? timeline(ticket, language) : List.of(),
                proven ? files.reporters(ticket, language) : List.of(),
                proven ? files.agents(ticket, language) : List.of());
    }

    private String state(Ticket ticket, Locale language) {
        String outcome = ticket.status() == TicketStatus.CLOSED
                ? ticket.outcome().map(how -> "." + how).orElse("")
                : "";
        return labels.say(language, "track.state." + ticket.status() + outcome);
    }

    private String next(Ticket ticket, Locale language) {
        String unit = events.unit(ticket.unit(), language);
        if (ticket.urgent() && ticket.status().active() && ticket.status() != TicketStatus.WAITING_ON_CITIZEN) {
            return labels.say(language, "track.next.urgent");
        }
        Optional<String> due = ticket.promised().map(at -> new PromisedTime(at, ticket.zone()).words(language));
        boolean late = ticket.status() != TicketStatus.WAITING_ON_CITIZEN
                && ticket.promised().filter(clock.instant()::isAfter).isPresent();
        return labels.say(language, "track.next." + (late ? "late" : ticket.status()), unit, due.orElse(""));
    }

    private List<Step> timeline(Ticket ticket, Locale language) {
        return history.of(ticket.code()).reversed().stream()
                .flatMap(entry -> events.citizen(ticket, entry, language).stream()
                        .map(what -> new Step(
                                new PromisedTime(entry.at(), ticket.zone()).words(language),
                                what,
                                entry.event() instanceof HistoryEvent.Opened
                                        ? ticket.description()
                                        : EventDescriptions.told(entry.event()))))
                .toList();
    }
}
