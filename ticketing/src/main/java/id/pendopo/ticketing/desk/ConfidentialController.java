package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketCommand.BreakGlass;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.lifecycle.ConfidentialTickets;
import id.pendopo.ticketing.lifecycle.TicketQueries;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of confidential cases for those who supervise: how many are closed to them, and the break-glass form that opens
 * one by its number.
 */
@Controller
@RequestMapping("/desk/confidential")
@PreAuthorize("hasAuthority('desk:supervise')")
class ConfidentialController {

    private final Tickets tickets;
    private final TicketQueries queries;
    private final ConfidentialTickets confidential;
    private final TicketLabels labels;

    ConfidentialController(
            Tickets tickets, TicketQueries queries, ConfidentialTickets confidential, TicketLabels labels) {
        this.tickets = tickets;
        this.queries = queries;
        this.confidential = confidential;
        this.labels = labels;
    }

    @GetMapping
    ModelAndView page(Principal who, Locale language) {
        return page("", "", "", who, language);
    }

    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale language) {
        Optional<TicketCode> typed = TicketCode.parse(code);
        if (typed.isEmpty()) {
            return refused("code", code, reason, who, language);
        }
        String why = reason.strip();
        if (why.length() < BreakGlass.MIN_REASON || why.length() > BreakGlass.MAX_REASON) {
            return refused("reason", code, reason, who, language);
        }
        try {
            tickets.handle(new TicketCommand.BreakGlass(typed.get(), why), Actor.agent(who.getName()));
        } catch (Tickets.NoSuchTicket none) {
            return refused("none", code, reason, who, language);
        }
        return DeskPages.see(DeskPlace.of("all", "", ""), typed.get());
    }

    private ModelAndView refused(String error, String code, String reason, Principal who, Locale language) {
        ModelAndView page = page(error, code, reason, who, language);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(String error, String code, String reason, Principal who, Locale language) {
        return new ModelAndView("ticketing/confidential")
                .addObject("title", labels.say(language, "desk.confidential.title"))
                .addObject("count", confidential.hidden(queries.viewer(who.getName())))
                .addObject("code", code)
                .addObject("reason", reason)
                .addObject("longest", BreakGlass.MAX_REASON)
                .addObject("error", error.isEmpty() ? "" : labels.say(language, "desk.confidential.error." + error));
    }
}
