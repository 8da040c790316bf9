package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.labels.TicketFiles;
import id.pendopo.ticketing.lifecycle.ConfidentialTickets;
import id.pendopo.ticketing.lifecycle.TicketLists;
import id.pendopo.ticketing.lifecycle.Viewer;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page controller of the agent console: what agents look at. */
@Controller
@RequestMapping("/desk")
@PreAuthorize("hasAuthority('desk:read')")
class DeskController {

    private final DeskPages pages;
    private final TicketPanes panes;
    private final TicketLists lists;
    private final TicketFiles files;
    private final ConfidentialTickets confidential;

    DeskController(
            DeskPages pages,
            TicketPanes panes,
            TicketLists lists,
            TicketFiles files,
            ConfidentialTickets confidential) {
        this.pages = pages;
        this.panes = panes;
        this.lists = lists;
        this.files = files;
        this.confidential = confidential;
    }

    @ModelAttribute("place")
    DeskPlace place(
            @RequestParam(defaultValue = "new") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        return DeskPlace.of(view, q, after);
    }

    /** @param gone the code of a ticket that this agent reaches no more */
    @GetMapping
    ModelAndView list(
            @ModelAttribute("place") DeskPlace place,
            @RequestParam(defaultValue = "") String gone,
            Principal agent,
            Locale language) {
        ModelAndView page = pages.list(place, pages.viewer(agent), language);
        TicketCode.parse(gone).ifPresent(code -> page.addObject("gone", code.grouped()));
        return page;
    }

    /**
     * The ticket's page, with the words of a failed message or of an article in the composer when asked so.
     *
     * @param again a message of ours, by its id
     * @param insert an article, by its slug
     * @param written the article's language, as a tag; the ticket's when left out
     */
    @GetMapping("/tickets/{code}")
    ModelAndView ticket(
            @PathVariable String code,
            @RequestParam Optional<Long> again,
            @RequestParam Optional<String> insert,
            @RequestParam Optional<String> written,
            @ModelAttribute("place") DeskPlace place,
            Principal agent,
            Locale language) {
        Viewer viewer = pages.viewer(agent);
        Ticket ticket = pages.ticket(code, viewer, language);
        lists.markRead(ticket.code(), agent.getName(), ticket.version());
        confidential.look(ticket.code(), agent.getName());
        Locale articles = written.map(Locale::forLanguageTag).orElse(ticket.language());
        Composer composer = again.flatMap(id -> panes.again(ticket, viewer, id, language))
                .orElseGet(() -> Composer.replying(
                        insert.flatMap(slug -> panes.article(slug, articles)).orElse(""), false));
        return pages.ticket(ticket, place, composer, viewer, language);
    }

    /**
     * A file that came or went with the ticket's messages.
     *
     * @param preview a picture in small
     */
    @GetMapping("/tickets/{code}/files/{id}")
    ModelAndView file(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview,
            Principal agent,
            Locale language) {
        Viewer viewer = pages.viewer(agent);
        Ticket ticket = pages.ticket(code, viewer, language);
        confidential.look(ticket.code(), agent.getName());
        return files.open(ticket, viewer, id, preview);
    }
}
