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
import id.pendopo.ticketing.lifecycle.TicketQueries;
import id.pendopo.ticketing.lifecycle.Viewer;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
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

    private static final int MAX_REASON = 1000;

    private final TicketQueries queries;
    private final DeskPages pages;
    private final TicketPanes panes;
    private final IdempotentRequests requests;
    private final TicketLabels labels;
    private final ReplyFiles files;

    DeskActions(
            TicketQueries queries,
            IdempotentRequests requests,
            DeskPages pages,
            TicketPanes panes,
            TicketLabels labels,
            ReplyFiles files) {
        this.files = files;
        this.queries = queries;
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
    record Sender(Ticket ticket, DeskPlace place, Viewer viewer, String key, Locale language) {

        String login() {
            return viewer.login();
        }

        TicketCode code() {
            return ticket.code();
        }

        Actor actor() {
            return Actor.agent(login());
        }

        /** The key of this form with what was typed into it. */
        Optional<IdempotencyKey> key(String action, String... typed) {
            return IdempotencyKey.ofForm(key, login(), action, String.join("\0", typed));
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
        Viewer viewer = pages.viewer(agent);
        return new Sender(pages.ticket(code, viewer, language), DeskPlace.of(view, q, ""), viewer, key, language);
    }

    /** Whoever loads the address of a form again, after it was refused. */
    @GetMapping({"/reply", "/note", "/assign", "/category", "/move", "/close", "/alarm", "/floor", "/numbers"})
    @PreAuthorize("hasAuthority('desk:read')")
    ModelAndView again(@ModelAttribute("sender") Sender sender) {
        return DeskPages.see(sender.place(), sender.code());
    }

    @PostMapping("/reply")
    @PreAuthorize("hasAuthority('desk:reply')")
    ModelAndView reply(@ModelAttribute("sender") Sender sender, @RequestParam long version, ReplyForm form) {
        ReplyFiles.Kept kept = files.keep(sender.ticket(), form, sender.language());
        Composer typed = Composer.replying(form.typed(), form.asks()).carrying(kept.shown());
        Optional<String> refusal = kept.refusal().or(() -> refusal(sender, form.words(), kept));
        return refusal.map(why -> refused(sender, typed.refused(why)))
                .orElseGet(() -> done(sender, version, typed, form.key(sender), form.command(sender, version, kept)));
    }

    private Optional<String> refusal(Sender sender, String text, ReplyFiles.Kept kept) {
        if (text.isEmpty() && kept.shown().isEmpty()) {
            return Optional.of(labels.say(sender.language(), "desk.error.reply"));
        }
        ReplyMeter meter = panes.meter(sender.ticket(), sender.login(), text, sender.language());
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
        return after(sender);
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
        return after(sender);
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
            requests.handle(Optional.empty(), new TicketCommand.TakeAlarm(sender.code()), sender.actor());
        }
        return after(sender);
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
        String why = labels.say(sender.language(), "desk.guess.reason");
        return done(
                sender,
                version,
                Composer.replying("", false),
                sender.key("category", category),
                new TicketCommand.Move(sender.code(), version, Optional.of(category), Optional.empty(), why));
    }

    /** To any category, any unit, or both. */
    @PostMapping("/move")
    @PreAuthorize("hasAuthority('desk:assign')")
    ModelAndView move(
            @ModelAttribute("sender") Sender sender,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reason) {
        Composer typed = Composer.moving(new Composer.Destination(category, unit), reason);
        String why = reason.strip();
        Optional<String> other = Optional.of(category)
                .filter(chosen ->
                        !chosen.isEmpty() && !chosen.equals(sender.ticket().category()));
        Optional<String> office = Optional.of(unit).filter(chosen -> !chosen.isEmpty());
        boolean elsewhere = other.isPresent()
                || office.filter(chosen -> !chosen.equals(sender.ticket().unit()))
                        .isPresent();
        if (!elsewhere || why.isEmpty() || why.length() > MAX_REASON) {
            return refused(sender, typed.refused(labels.say(sender.language(), "desk.error.move")));
        }
        return done(
                sender,
                version,
                typed,
                sender.key("move", category, unit, why),
                new TicketCommand.Move(sender.code(), version, other, office, why));
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
                .addObject("meter", panes.meter(sender.ticket(), sender.login(), text.strip(), sender.language()));
    }

    /** A stale form shows what changed and keeps its text; the same form sent twice was simply taken the first time. */
    private ModelAndView done(
            Sender sender, long version, Composer typed, Optional<IdempotencyKey> key, TicketCommand step) {
        try {
            requests.handle(key, step, sender.actor());
        } catch (Tickets.StaleTicket | Tickets.AlreadyClosed overtaken) {
            return overtaken(sender, version, typed);
        } catch (Tickets.UnknownDestination nowhere) {
            return refused(sender, typed.refused(labels.say(sender.language(), "desk.error.move")));
        }
        return after(sender);
    }

    private ModelAndView after(Sender sender) {
        return pages.after(sender.place(), sender.code(), sender.viewer());
    }

    /** Somebody took the ticket out of reach at this very moment. */
    @ExceptionHandler
    ModelAndView gone(Tickets.NoSuchTicket gone) {
        return DeskPages.gone(DeskPlace.of("", "", ""), gone.code());
    }

    private ModelAndView overtaken(Sender sender, long version, Composer typed) {
        Ticket now =
                queries.find(sender.code(), sender.viewer()).orElseThrow(() -> new Tickets.NoSuchTicket(sender.code()));
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
        ModelAndView page = pages.ticket(ticket, sender.place(), composer, sender.viewer(), sender.language());
        page.setStatus(status);
        return page;
    }
}
