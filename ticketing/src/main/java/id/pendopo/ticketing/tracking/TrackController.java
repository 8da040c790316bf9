package id.pendopo.ticketing.tracking;

import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketAccess;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.labels.TicketFiles;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.tracking.TrackPage.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The controller of the public tracking pages, where citizens look after their ticket. The code shows the state and the
 * next date; what anybody wrote, and every change, needs the last four digits of the number, the receipt, or the chat
 * that the ticket came from.
 */
@Controller
@RequestMapping("/track")
class TrackController {

    private final TicketLookup lookup;
    private final TrackPages pages;
    private final CitizenSteps steps;
    private final TicketAccess access;
    private final UnlockedTickets unlocked;
    private final TicketFiles files;
    private final TicketLabels labels;

    TrackController(
            TicketLookup lookup,
            TrackPages pages,
            CitizenSteps steps,
            TicketAccess access,
            UnlockedTickets unlocked,
            TicketFiles files,
            TicketLabels labels) {
        this.lookup = lookup;
        this.pages = pages;
        this.steps = steps;
        this.access = access;
        this.unlocked = unlocked;
        this.files = files;
        this.labels = labels;
    }

    @GetMapping
    ModelAndView form(@RequestParam Optional<String> code, Locale language) {
        if (code.isEmpty()) {
            return pages.form(HttpStatus.OK, "", "", language);
        }
        TypedCode typed = TypedCode.read(code.get(), labels, language);
        return typed.code()
                .map(found -> see(found, ""))
                .orElseGet(() -> pages.form(HttpStatus.UNPROCESSABLE_CONTENT, code.get(), typed.error(), language));
    }

    @GetMapping("/{code}")
    ModelAndView ticket(@PathVariable String code, HttpServletRequest request, Locale language) {
        return lookup.find(code, request, language, ticket -> shown(ticket, request, Problem.NONE, language));
    }

    /** A file that the reporter sent; nobody else learns whether there is one. */
    @GetMapping("/{code}/files/{id}")
    ModelAndView file(@PathVariable String code, @PathVariable String id, HttpServletRequest request, Locale language) {
        return lookup.find(
                code,
                request,
                language,
                ticket -> unlocked.holds(request, ticket)
                        ? files.openOwn(ticket, id)
                        : refused(ticket, labels.say(language, "track.unlock.first"), HttpStatus.FORBIDDEN, language));
    }

    @PostMapping("/{code}/open")
    ModelAndView open(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String digits,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Locale language) {
        return lookup.find(code, request, language, ticket -> {
            if (!digits.strip().matches("\\d{4}")) {
                return shown(ticket, request, problem("digits", "track.unlock.error.format", "", language), language);
            }
            return judged(
                    ticket,
                    access.tryDigits(ticket.code(), digits, IdempotencyKey.ofForm(key, "open", digits)),
                    request,
                    language);
        });
    }

    private ModelAndView judged(
            Ticket ticket, TicketAccess.Verdict verdict, HttpServletRequest request, Locale language) {
        return switch (verdict) {
            case TicketAccess.Verdict.Granted granted -> {
                unlocked.grant(request, ticket.code());
                yield see(ticket.code(), "");
            }
            case TicketAccess.Verdict.Wrong wrong ->
                refused(
                        ticket,
                        labels.say(language, "track.unlock.error.wrong", wrong.left()),
                        HttpStatus.FORBIDDEN,
                        language);
            case TicketAccess.Verdict.Locked locked ->
                refused(
                        ticket,
                        labels.say(
                                language, "track.unlock.error.locked", time(locked.until(), ticket.zone(), language)),
                        HttpStatus.TOO_MANY_REQUESTS,
                        language);
            case TicketAccess.Verdict.NoNumber none ->
                refused(ticket, labels.say(language, "track.unlock.error.nonumber"), HttpStatus.FORBIDDEN, language);
            case TicketAccess.Verdict.Unknown unknown ->
                pages.form(HttpStatus.NOT_FOUND, "", labels.say(language, "track.error.empty"), language);
        };
    }

    private ModelAndView refused(Ticket ticket, String why, HttpStatus status, Locale language) {
        return pages.ticket(status, ticket, false, new Problem("digits", why, ""), language);
    }

    @PostMapping("/{code}/add")
    ModelAndView add(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Locale language) {
        return step(code, request, language, new Problem("add", "track.add.error", text), ticket -> {
            steps.add(ticket, text.strip(), key);
            return see(ticket.code(), "?done=added");
        });
    }

    @PostMapping("/{code}/denied")
    ModelAndView denied(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Locale language) {
        return step(code, request, language, new Problem("denied", "track.solved.error", text), ticket -> {
            steps.deny(ticket, text.strip(), key);
            return see(ticket.code(), "?done=denied");
        });
    }

    @PostMapping("/{code}/solved")
    ModelAndView solved(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Locale language) {
        return step(code, request, language, new Problem("solved", "track.solved.error", "-"), ticket -> {
            steps.confirm(ticket, key);
            return see(ticket.code(), "?done=solved");
        });
    }

    @PostMapping("/{code}/rating")
    ModelAndView rated(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Locale language) {
        return step(code, request, language, new Problem("rating", "track.rating.error", "-"), ticket -> {
            Optional<Rating> rating = Rating.read(score);
            if (rating.isEmpty() || ticket.status().active()) {
                String why = ticket.status().active() ? "track.rating.error.worked" : "track.rating.error";
                return shown(ticket, request, problem("rating", why, text, language), language);
            }
            steps.rate(ticket, rating.get(), text.strip(), key);
            return see(ticket.code(), "?done=rated");
        });
    }

    /** Takes a step of the reporter; the problem says in which form what was typed, and which text asks for it. */
    private ModelAndView step(
            String code, HttpServletRequest request, Locale language, Problem typed, TicketLookup.Found found) {
        return lookup.find(code, request, language, ticket -> {
            if (!unlocked.holds(request, ticket)) {
                String first = labels.say(language, "track.unlock.first");
                return refused(ticket, first, HttpStatus.FORBIDDEN, language);
            }
            return typed.typed().isBlank()
                    ? shown(ticket, request, problem(typed.field(), typed.words(), "", language), language)
                    : found.show(ticket);
        });
    }

    private Problem problem(String field, String key, String typed, Locale language) {
        return new Problem(field, labels.say(language, key), typed);
    }

    private ModelAndView shown(Ticket ticket, HttpServletRequest request, Problem problem, Locale language) {
        HttpStatus status = problem == Problem.NONE ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.ticket(status, ticket, unlocked.holds(request, ticket), problem, language);
    }

    private static String time(Instant at, ZoneId zone, Locale language) {
        return new PromisedTime(at, zone).time(language);
    }

    private static ModelAndView see(TicketCode code, String done) {
        RedirectView redirect = new RedirectView("/track/" + code + done, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
