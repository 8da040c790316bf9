package id.pendopo.ticketing.tracking;

import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.lifecycle.WrongCodes;
import id.pendopo.ui.NetworkName;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Looks a ticket up by the number that was typed, or leads back to the form; whoever tries many wrong numbers has to
 * wait. Whose ticket it is never has to: a number that nobody can guess, or that this browser proved before.
 */
@Component
class TicketLookup {

    private final Tickets tickets;
    private final WrongCodes wrongCodes;
    private final UnlockedTickets unlocked;
    private final TrackPages pages;
    private final TicketLabels labels;
    private final Clock clock;

    TicketLookup(
            Tickets tickets,
            WrongCodes wrongCodes,
            UnlockedTickets unlocked,
            TrackPages pages,
            TicketLabels labels,
            Clock clock) {
        this.unlocked = unlocked;
        this.clock = clock;
        this.tickets = tickets;
        this.wrongCodes = wrongCodes;
        this.pages = pages;
        this.labels = labels;
    }

    /** What to do with the ticket once it is found. */
    interface Found {
        ModelAndView show(Ticket ticket);
    }

    ModelAndView find(String typed, HttpServletRequest request, Locale language, Found found) {
        TypedCode read = TypedCode.read(typed, labels, language);
        Optional<Ticket> ticket = read.code().flatMap(tickets::find);
        if (ticket.filter(own -> unlocked.holds(request, own)).isPresent()) {
            return found.show(ticket.get());
        }
        String visitor = visitor(request);
        Optional<Instant> locked = wrongCodes.lockedUntil(visitor);
        if (locked.isPresent()) {
            String until = new PromisedTime(locked.get(), clock.getZone()).time(language);
            return pages.form(
                    HttpStatus.TOO_MANY_REQUESTS, "", labels.say(language, "track.error.busy", until), language);
        }
        if (read.code().isEmpty()) {
            return pages.form(HttpStatus.NOT_FOUND, typed, read.error(), language);
        }
        if (ticket.isEmpty()) {
            wrongCodes.missed(visitor);
            String grouped = read.code().get().grouped();
            return pages.form(
                    HttpStatus.NOT_FOUND, grouped, labels.say(language, "track.error.unknown", grouped), language);
        }
        return found.show(ticket.get());
    }

    /** By the network, as one subscriber has many addresses of IPv6; a proxy may hide them all. */
    private static String visitor(HttpServletRequest request) {
        return "page/" + NetworkName.of(request.getRemoteAddr()).orElse("hidden");
    }
}
