package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.lifecycle.TicketQueries;
import id.pendopo.ticketing.lifecycle.Viewer;
import java.security.Principal;
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

    private final TicketQueries queries;
    private final DeskLists lists;
    private final TicketPanes panes;
    private final TicketLabels labels;

    DeskPages(TicketQueries queries, DeskLists lists, TicketPanes panes, TicketLabels labels) {
        this.queries = queries;
        this.lists = lists;
        this.panes = panes;
        this.labels = labels;
    }

    Viewer viewer(Principal agent) {
        return queries.viewer(agent.getName());
    }

    /** @throws ResponseStatusException 404, nobody has this code, or it is outside the viewer's reach */
    Ticket ticket(String code, Viewer viewer, Locale language) {
        return TicketCode.parse(code)
                .flatMap(known -> queries.find(known, viewer))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, labels.say(language, "desk.error.code")));
    }

    ModelAndView list(DeskPlace place, Viewer viewer, Locale language) {
        return page(place, viewer, language, labels.say(language, "desk.title"));
    }

    ModelAndView ticket(Ticket ticket, DeskPlace place, Composer composer, Viewer viewer, Locale language) {
        TicketPane open = panes.open(ticket, viewer, composer, language);
        return page(place, viewer, language, open.subject()).addObject("open", open);
    }

    private ModelAndView page(DeskPlace place, Viewer viewer, Locale language, String title) {
        return new ModelAndView("ticketing/desk")
                .addObject("list", lists.list(place, viewer, language))
                .addObject("title", title);
    }

    static ModelAndView see(DeskPlace place, TicketCode code) {
        return lead(place.address(code));
    }

    /** The ticket after a step; the list, with a word about it, when the step has put it outside the viewer's reach. */
    ModelAndView after(DeskPlace place, TicketCode code, Viewer viewer) {
        return queries.reaches(code, viewer) ? see(place, code) : gone(place, code);
    }

    /** The list, with a word about a ticket that is outside the viewer's reach by now. */
    static ModelAndView gone(DeskPlace place, TicketCode code) {
        return lead(place.without(code));
    }

    private static ModelAndView lead(String address) {
        RedirectView redirect = new RedirectView(address, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
