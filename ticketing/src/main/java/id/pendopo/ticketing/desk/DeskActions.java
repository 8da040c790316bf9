package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.lifecycle.IdempotentRequests;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The form controller of the agent console: what agents do to a ticket. A form that is not taken comes back with its
 * text, saying why; taken, it leads to the ticket's page, so that a reload repeats nothing.
 */
@Controller
@RequestMapping("/desk/tickets/{code}")
class DeskActions {

    private final Tickets tickets;
    private final DeskPages pages;
    private final TicketPanes panes;
    private final IdempotentRequests requests;
    private final TicketLabels labels;

    DeskActions(Tickets tickets, IdempotentRequests requests, DeskPages pages, TicketPanes panes, TicketLabels labels) {
        this.tickets = tickets;
        this.requests = requests;
        this.pages = pages;
        this.panes = panes;
        this.labels = labels;
    }

    /**
     * Who sends which form from where.
     *
     * @param key drawn when the form was rendered
     */
    record Sender(Ticket ticket, DeskPlace place, String login, String key, Locale language) {

        TicketCode code() {
            return ticket.code();
        }

        Actor actor() {
            return Actor.agent(login);
        }

        /** The key of this form with what was typed into it. */
        Optional<IdempotencyKey> key(String action, String... typed) {
            return IdempotencyKey.ofForm(key, login, action, String.join("\0", typed));
        }
    }

    @ModelAttribute("sender")
    Sender sender(
            @PathVariable String code,
            @RequestParam(defaultValue = "new") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String key,
            Principal agent,
            Locale language) {
        return new Sender(pages.ticket(code, language), DeskPlace.of(view, q, ""), agent.getName(), key, language);
    }

    /** Whoever loads the address of a form again, after it was refused. */
    @GetMapping({"/reply", "/note", "/assign", "/category", "/close", "/alarm", "/floor", "/numbers"})
    @PreAuthorize("hasAuthority('desk:read')")
    ModelAndView again(@ModelAttribute("sender") Sender sender) {
        return DeskPages.see(sender.place(), sender.code());
    }

    @PostMapping("/reply")
    @PreAuthorize("hasAuthority('desk:reply')")
    ModelAndView reply(
            @ModelAttribute("sender") Sender sender,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean waiting) {
        Composer typed = Composer.replying(text, waiting);
        String words = text.strip();
        Optional<String> refusal = refusal(sender, words);
        if (refusal.isPresent()) {
            return refused(sender, typed.refused(refusal.get()));
        }
        return done(
                sender,
                version,
                typed,
                sender.key("reply", String.valueOf(waiting), words),
                new TicketCommand.Reply(sender.code(), version, words, waiting));
    }

    private Optional<String> refusal(Sender sender, String text) {
        if (text.isEmpty()) {
            return Optional.of(labels.say(sender.language(), "desk.error.reply"));
        }
        ReplyMeter meter = panes.meter(sender.ticket(), text, sender.language());
        return meter.over()
                ? Optional.of(labels.say(sender.language(), "desk.error.toolong", meter.warning()))
                : Optional.empty();
    }

    @PostMapping("/note")
    @PreAuthorize("hasAuthority('desk:reply')")
    ModelAndView note(@ModelAttribute("sender") Sender sender, @RequestParam(defaultValue = "") String text) {
        if (text.isBlank()) {
            return refused(sender, Composer.noting(text).refused(labels.say(sender.language(), "desk.error.note")));
        }
        String words = text.strip();
        requests.handle(sender.key("note", words), new TicketCommand.Note(sender.code(), words), sender.actor());
        return DeskPages.see(sender.place(), sender.code());
    }

    @PostMapping("/assign")
    @PreAuthorize("hasAuthority('desk:assign')")
    ModelAndView assign(@ModelAttribute("sender") Sender sender, @RequestParam(defaultValue = "") String to) {
        Optional<String> login = Optional.of(to).filter(typed -> !typed.isEmpty());
        try {
            requests.handle(sender.key("assign", to), new TicketCommand.Assign(sender.code(), login), sender.actor());
        } catch (IllegalArgumentException unknown) {
            return refused(
                    sender, Composer.replying("", false).refused(labels.say(sender.language(), "desk.error.agent")));
        }
        return DeskPages.see(sender.place(), sender.code());
    }

    /** Shows the numbers that name somebody; the ticket's history says who saw them. */
    @PostMapping("/numbers")
    @PreAuthorize("hasAuthority('desk:reply')")
    ModelAndView numbers(@ModelAttribute("sender") Sender sender) {
        requests.handle(sender.key("numbers"), new TicketCommand.SeeNumbers(sender.code()), sender.actor());
        return DeskPages.see(sender.place(), sender.code());
    }

    /** Somebody takes care of an emergency. */
    @PostMapping("/alarm")
    @PreAuthorize("hasAuthority('desk:reply')")
    ModelAndView takeAlarm(@ModelAttribute("sender") Sender sender) {
        if (sender.ticket().urgent()) {
            tickets.handle(new TicketCommand.TakeAlarm(sender.code()), sender.actor());
        }
        return DeskPages.see(sender.place(), sender.code());
    }

    /** The bot speaks with the citizen again. */
    @PostMapping("/floor")
    @PreAuthorize("hasAuthority('desk:reply')")
    ModelAndView returnFloor(@ModelAttribute("sender") Sender sender, @RequestParam long version) {
        return done(
                sender,
                version,
                Composer.replying("", false),
                sender.key("floor"),
                new TicketCommand.ReturnFloor(sender.code(), version));
    }

    @PostMapping("/category")
    @PreAuthorize("hasAuthority('desk:assign')")
    ModelAndView category(
            @ModelAttribute("sender") Sender sender, @RequestParam long version, @RequestParam String category) {
        return done(
                sender,
                version,
                Composer.replying("", false),
                sender.key("category", category),
                new TicketCommand.Move(sender.code(), version, category));
    }

    @PostMapping("/close")
    @PreAuthorize("hasAuthority('desk:close')")
    ModelAndView close(
            @ModelAttribute("sender") Sender sender,
            @RequestParam long version,
            @RequestParam Optional<Outcome> outcome,
            @RequestParam(defaultValue = "") String text) {
        Composer typed = Composer.closing(outcome, text);
        if (outcome.isEmpty() || text.isBlank()) {
            return refused(sender, typed.refused(labels.say(sender.language(), "desk.error.close")));
        }
        String words = text.strip();
        return done(
                sender,
                version,
                typed,
                sender.key("close", outcome.get().name(), words),
                new TicketCommand.Close(sender.code(), version, outcome.get(), words));
    }

    /** What the text would cost, while it is typed. */
    @PostMapping("/meter")
    @PreAuthorize("hasAuthority('desk:reply')")
    ModelAndView meter(@ModelAttribute("sender") Sender sender, @RequestParam(defaultValue = "") String text) {
        return new ModelAndView("ticketing/meter")
                .addObject("meter", panes.meter(sender.ticket(), text.strip(), sender.language()));
    }

    /** A stale form shows what changed and keeps its text; the same form sent twice was simply taken the first time. */
    private ModelAndView done(
            Sender sender, long version, Composer typed, Optional<IdempotencyKey> key, TicketCommand step) {
        try {
            requests.handle(key, step, sender.actor());
        } catch (Tickets.StaleTicket | Tickets.AlreadyClosed overtaken) {
            return overtaken(sender, version, typed);
        }
        return DeskPages.see(sender.place(), sender.code());
    }

    private ModelAndView overtaken(Sender sender, long version, Composer typed) {
        Ticket now = tickets.find(sender.code()).orElseThrow();
        List<String> changes = panes.changesSince(now, version, sender.language());
        Composer kept = changes.isEmpty()
                ? typed.refused(labels.say(sender.language(), "desk.error.closed"))
                : typed.changed(changes);
        return shown(sender, now, kept, HttpStatus.CONFLICT);
    }

    private ModelAndView refused(Sender sender, Composer typed) {
        return shown(sender, sender.ticket(), typed, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView shown(Sender sender, Ticket ticket, Composer composer, HttpStatus status) {
        ModelAndView page = pages.ticket(ticket, sender.place(), composer, sender.login(), sender.language());
        page.setStatus(status);
        return page;
    }
}
