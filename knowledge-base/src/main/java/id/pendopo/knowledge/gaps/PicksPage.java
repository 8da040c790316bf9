package id.pendopo.knowledge.gaps;

import id.pendopo.knowledge.articles.Takeover;
import id.pendopo.knowledge.feedback.LearnedLines;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an editor makes a picked question one of the article's own, or keeps the search from learning it. */
@Controller
@PreAuthorize("hasAuthority('knowledge:edit')")
class PicksPage {

    private final Takeover takeover;
    private final LearnedLines learned;

    PicksPage(Takeover takeover, LearnedLines learned) {
        this.learned = learned;
        this.takeover = takeover;
    }

    @PostMapping("/desk/knowledge/gaps/take")
    String take(
            @RequestParam String slug,
            @RequestParam String language,
            @RequestParam String question,
            RedirectAttributes attributes) {
        String login = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                .getName();
        Takeover.Outcome outcome = takeover.take(slug, Locale.of(language), List.of(question), login);
        attributes.addFlashAttribute("notice", "knowledge.picks." + outcome);
        return "redirect:/desk/knowledge/gaps";
    }

    @PostMapping("/desk/knowledge/gaps/refuse")
    String refuse(@RequestParam String gist, RedirectAttributes attributes) {
        learned.refuse(gist);
        attributes.addFlashAttribute("notice", "knowledge.picks.REFUSED");
        return "redirect:/desk/knowledge/gaps";
    }
}
