package id.pendopo.ticketing.reporting;

import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.reporting.ReportDraft.Question;
import id.pendopo.ticketing.tracking.UnlockedTickets;
import id.pendopo.ui.VisitorPace.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The controller of the report form: a citizen reports, question by question; every page has its own address, so that
 * going back works.
 */
@Controller
@RequestMapping("/report")
class ReportController {

    private final ReportPages pages;
    private final ReportAnswers answers;
    private final Reports reports;
    private final ReportDrafts drafts;
    private final ReportPace pace;
    private final UnlockedTickets unlocked;
    private final String publicUrl;

    ReportController(
            ReportPages pages,
            ReportAnswers answers,
            Reports reports,
            ReportDrafts drafts,
            ReportPace pace,
            UnlockedTickets unlocked,
            @Value("${pendopo.public-url:}") String publicUrl) {
        this.pages = pages;
        this.answers = answers;
        this.reports = reports;
        this.drafts = drafts;
        this.pace = pace;
        this.unlocked = unlocked;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    ModelAndView start(@RequestParam(defaultValue = "false") boolean gone, Locale language) {
        return pages.start(gone, language);
    }

    /** Begins a report; the same form sent again goes on with the one that it began. */
    @PostMapping
    ModelAndView begin(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Optional<ReportDraft> begun =
                drafts.of(request).filter(kept -> kept.key().equals(key));
        if (begun.isPresent()) {
            return see(
                    "/" + (begun.get().sent() ? "done" : begun.get().reached().key()));
        }
        return pace.held(Form.REPORT_ANSWER, request, response, language, () -> pages.start(false, language))
                .orElseGet(() -> {
                    drafts.keep(request, ReportDraft.begin(key.isBlank() ? IdempotencyKey.draw() : key));
                    return see("/" + Question.TEXT.key());
                });
    }

    @GetMapping("/{key}")
    ModelAndView question(@PathVariable String key, HttpServletRequest request, Locale language) {
        Question question = question(key);
        Optional<ReportDraft> draft = drafts.of(request).filter(kept -> !kept.sent());
        if (draft.isEmpty()) {
            return see("?gone=true");
        }
        if (question.compareTo(draft.get().reached()) > 0) {
            return see("/" + draft.get().reached().key());
        }
        return question == Question.CHECK
                ? pages.check(draft.get(), language)
                : pages.question(draft.get(), question, draft.get().answer(question), "", language);
    }

    /** Keeps an answer and goes on to the first question that is open; a changed answer leads back to the check. */
    @PostMapping("/{key}")
    ModelAndView answer(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Question question = question(key);
        Optional<ReportDraft> draft = drafts.of(request).filter(kept -> !kept.sent());
        if (draft.isEmpty()) {
            return see("?gone=true");
        }
        return pace.held(
                        Form.REPORT_ANSWER,
                        request,
                        response,
                        language,
                        () -> pages.question(draft.get(), question, answer, "", language))
                .orElseGet(() -> answered(draft.get(), question, answer, request, language));
    }

    private ModelAndView answered(
            ReportDraft draft, Question question, String answer, HttpServletRequest request, Locale language) {
        String given = question == Question.CONTACT ? answer.replaceAll("\\s", "") : answer.strip();
        Optional<String> wrong = answers.wrong(question, given, language);
        if (wrong.isPresent()) {
            ModelAndView page = pages.question(draft, question, answer, wrong.get(), language);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        ReportDraft next = draft.answered(question, given);
        drafts.keep(request, next);
        return see("/" + next.reached().key());
    }

    /** Sends the report that was checked; begun anew in another tab meanwhile, that one is not sent unread. */
    @PostMapping("/check")
    ModelAndView send(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Optional<ReportDraft> draft =
                drafts.of(request).filter(kept -> key.isEmpty() || kept.key().equals(key));
        if (draft.isEmpty()) {
            return see("?gone=true");
        }
        if (!draft.get().sent() && draft.get().reached() != Question.CHECK) {
            return see("/" + draft.get().reached().key());
        }
        if (!draft.get().sent() && !reports.offers(draft.get())) {
            return see("/" + Question.CATEGORY.key());
        }
        if (draft.get().sent()) {
            return see("/done");
        }
        return pace.held(Form.REPORT, request, response, language, () -> pages.check(draft.get(), language))
                .orElseGet(() -> sent(draft.get(), request, language));
    }

    private ModelAndView sent(ReportDraft draft, HttpServletRequest request, Locale language) {
        try {
            unlocked.grant(request, reports.send(draft, language));
        } catch (DuplicateKeyException taken) {
            drafts.keep(request, draft.redrawn());
            return see("/check");
        }
        drafts.keep(request, draft.finished());
        return see("/done");
    }

    @GetMapping("/done")
    ModelAndView done(HttpServletRequest request, Locale language) {
        return drafts.of(request)
                .filter(ReportDraft::sent)
                .flatMap(draft ->
                        reports.sent(draft).map(ticket -> pages.done(draft, ticket, address(ticket.code()), language)))
                .orElseGet(() -> see("?gone=true"));
    }

    /** What the QR code opens. */
    private String address(TicketCode code) {
        String base = publicUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : publicUrl;
        return base + "/track/" + code;
    }

    private static Question question(String key) {
        return Question.of(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView see(String where) {
        RedirectView redirect = new RedirectView("/report" + where, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
