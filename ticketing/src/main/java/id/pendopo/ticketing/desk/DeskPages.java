package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.labels.TicketLabels;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The model and view of the agent console: a list, and beside it a ticket or none. Always the whole page; a live one
 * takes the panes it needs.
 */
@Component
class DeskPages {

    private final Tickets tickets;
    private final DeskLists lists;
    private final TicketPanes panes;
    private final TicketLabels labels;

    DeskPages(Tickets tickets, DeskLists lists, TicketPanes panes, TicketLabels labels) {
        this.tickets = tickets;
        this.lists = lists;
        this.panes = panes;
        this.labels = labels;
    }

    /** @throws ResponseStatusException 404, nobody has this code */
    Ticket ticket(String code, Locale language) {
        return TicketCode.parse(code)
                .flatMap(tickets::find)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, labels.say(language, "desk.error.code")));
    }

    ModelAndView list(DeskPlace place, String login, Locale language) {
        return page(place, login, language, labels.say(language, "desk.title"));
    }

    ModelAndView ticket(Ticket ticket, DeskPlace place, Composer composer, String login, Locale language) {
        TicketPane open = panes.open(ticket, login, composer, language);
        return page(place, login, language, open.subject()).addObject("open", open);
    }

    private ModelAndView page(DeskPlace place, String login, Locale language, String title) {
        return new ModelAndView("ticketing/desk")
                .addObject("list", lists.list(place, login, language))
                .addObject("title", title);
    }

    static ModelAndView see(DeskPlace place, TicketCode code) {
        RedirectView redirect = new RedirectView(place.address(code), true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
