package id.pendopo.knowledge.help;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.DisputedAnswers;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.feedback.Opinions;
import id.pendopo.knowledge.help.HelpVisitor.Said;
import id.pendopo.ui.VisitorPace;
import id.pendopo.ui.VisitorPace.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Rating form, "Was this helpful?", under each article: everybody is counted once for each version and language, with what they
 * said last.
 */
@Controller
class OpinionForms {

    private final HelpTexts texts;
    private final Opinions opinions;
    private final DisputedAnswers disputes;
    private final ObjectProvider<VisitorPace> pace;

    OpinionForms(HelpTexts texts, Opinions opinions, DisputedAnswers disputes, ObjectProvider<VisitorPace> pace) {
        this.pace = pace;
        this.texts = texts;
        this.opinions = opinions;
        this.disputes = disputes;
    }

    @PostMapping("/help/{slug}/helpful")
    String helpful(
            @PathVariable String slug,
            @RequestParam boolean helpful,
            ArticleVisit met,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        ArticleVersion text = read(slug, met, language);
        HelpVisitor visitor = new HelpVisitor(request, response);
        Optional<Said> before = visitor.said(text);
        if (before.filter(said -> (said == Said.YES) == helpful).isPresent()) {
            return page(met, slug, before.get());
        }
        keepPace(request, response);
        opinions.count(text, met.channel(), helpful, visitor.voter(text));
        if (!helpful && before.isEmpty() && !met.q().isEmpty()) {
            disputes.disputed(met.q(), text, met.channel().kind());
        }
        return said(helpful ? Said.YES : Said.NO, visitor, text, met);
    }

    @PostMapping("/help/{slug}/dispute")
    String dispute(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String reason,
            ArticleVisit met,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        ArticleVersion text = read(slug, met, language);
        HelpVisitor visitor = new HelpVisitor(request, response);
        Optional<Said> before = visitor.said(text).filter(said -> said != Said.NO);
        if (before.isPresent()) {
            return page(met, slug, before.get());
        }
        if (reason.isBlank()) {
            return said(Said.NOTHING, visitor, text, met);
        }
        keepPace(request, response);
        opinions.dispute(text, met.channel(), reason.strip());
        if (met.q().isEmpty()) {
            disputes.disputed(reason, text, met.channel().kind());
        }
        return said(Said.WHY, visitor, text, met);
    }

    /** @throws ResponseStatusException 429 when too many came from there */
    private void keepPace(HttpServletRequest request, HttpServletResponse response) {
        Optional<Duration> wait =
                Optional.ofNullable(pace.getIfAvailable()).flatMap(limit -> limit.exceeded(Form.OPINION, request));
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private ArticleVersion read(String slug, ArticleVisit met, Locale language) {
        return texts.shown(slug, met.chosen(), language)
                .map(Edition::text)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String said(Said now, HelpVisitor visitor, ArticleVersion text, ArticleVisit met) {
        visitor.remember(text, now);
        return page(met, text.slug(), now);
    }

    private static String page(ArticleVisit met, String slug, Said said) {
        return "redirect:" + met.page(slug, said);
    }
}
