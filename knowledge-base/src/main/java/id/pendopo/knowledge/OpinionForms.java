package id.pendopo.knowledge;

import id.pendopo.knowledge.HelpVisitor.Said;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** "Was this helpful?" under each article: everybody is counted once for each version and language. */
@Controller
class OpinionForms {

    private final KnowledgeBase knowledge;
    private final Opinions opinions;

    OpinionForms(KnowledgeBase knowledge, Opinions opinions) {
        this.knowledge = knowledge;
        this.opinions = opinions;
    }

    @PostMapping("/help/{slug}/helpful")
    String helpful(
            @PathVariable String slug,
            @RequestParam boolean helpful,
            @RequestParam(defaultValue = "") String via,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        ArticleVersion text = published(slug, language);
        Channel channel = Channel.of(via);
        HelpVisitor visitor = new HelpVisitor(request, response);
        Optional<Said> before = visitor.said(text);
        if (before.isPresent()) {
            return page(slug, before.get(), channel);
        }
        opinions.count(text, channel, helpful);
        Said now = helpful ? Said.YES : Said.NO;
        visitor.remember(text, now);
        return page(slug, now, channel);
    }

    @PostMapping("/help/{slug}/dispute")
    String dispute(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String via,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        ArticleVersion text = published(slug, language);
        Channel channel = Channel.of(via);
        HelpVisitor visitor = new HelpVisitor(request, response);
        Optional<Said> before = visitor.said(text).filter(said -> said != Said.NO);
        if (before.isPresent()) {
            return page(slug, before.get(), channel);
        }
        if (!reason.isBlank()) {
            opinions.dispute(text, channel, reason.strip());
        }
        Said now = reason.isBlank() ? Said.NOTHING : Said.WHY;
        visitor.remember(text, now);
        return page(slug, now, channel);
    }

    private ArticleVersion published(String slug, Locale language) {
        return knowledge.published(slug, language).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(String slug, Said said, Channel channel) {
        String via = channel == Channel.WEB ? "" : "&via=" + channel.key();
        return "redirect:/help/" + slug + "?said=" + said.key() + via + "#helpful";
    }
}
