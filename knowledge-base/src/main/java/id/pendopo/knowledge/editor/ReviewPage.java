package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Draft;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.articles.Edition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody who did not write a draft reads what would change, and lets it out or sends it back. */
@Controller
@RequestMapping(ArticlesPage.PATH + "/{slug}/{language}")
@PreAuthorize(Editor.READ)
class ReviewPage {

    private static final int MOST_REASON = 500;

    private final Cards cards;
    private final Articles articles;
    private final Drafts drafts;
    private final GoldenGate gate;
    private final Languages languages;

    ReviewPage(Cards cards, Articles articles, Drafts drafts, GoldenGate gate, Languages languages) {
        this.languages = languages;
        this.cards = cards;
        this.articles = articles;
        this.drafts = drafts;
        this.gate = gate;
    }

    /** @param wait whether the page is wanted with the verdict, which takes its time, or at once, with it only if it is known */
    @GetMapping("/review")
    String show(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(defaultValue = "false") boolean wait,
            Model model) {
        Locale written = languages.of(language);
        Card card = cards.of(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Draft draft = drafts.of(slug, written).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Editor editor = Editor.current();
        ArticlePage.frame(card, written, languages.all(), model.asMap());
        model.addAttribute("draft", draft);
        model.addAttribute("words", draft.words().text());
        model.addAttribute("authors", String.join(", ", draft.authors()));
        model.addAttribute("changes", Comparing.of(published(draft), draft.words()));
        model.addAttribute("lint", Lint.of(draft.words()));
        model.addAttribute(
                "gate", wait ? gate.rehearse(draft) : gate.known(draft).orElse(null));
        model.addAttribute("editor", editor);
        model.addAttribute("mayApprove", editor.approves() && draft.approvableBy(editor.login()));
        return "knowledge/editor/review";
    }

    @PostMapping("/approve")
    @PreAuthorize(Editor.APPROVE)
    String approve(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam int revision,
            RedirectAttributes attributes) {
        Locale written = languages.of(language);
        if (drafts.of(slug, written).filter(this::mayBePublished).isEmpty()) {
            return said(slug, written, "/review", "editor.gate.closed", attributes);
        }
        return switch (drafts.approve(slug, written, revision, Editor.current().login())) {
            case PUBLISHED -> said(slug, written, "", "editor.approved", attributes);
            case NOTHING_NEW -> said(slug, written, "", "editor.nothing.new", attributes);
            case CHANGED -> said(slug, written, "/review", "editor.changed", attributes);
            case OWN_WORK -> said(slug, written, "/review", "editor.own", attributes);
        };
    }

    @PostMapping("/return")
    @PreAuthorize(Editor.APPROVE)
    String sendBack(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes attributes) {
        Locale written = languages.of(language);
        if (reason.isBlank()) {
            return said(slug, written, "/review", "editor.reason.missing", attributes);
        }
        String why =
                reason.strip().substring(0, Math.min(MOST_REASON, reason.strip().length()));
        boolean returned = drafts.sendBack(slug, written, revision, why);
        return said(slug, written, "", returned ? "editor.returned" : "editor.changed", attributes);
    }

    private boolean mayBePublished(Draft draft) {
        return Lint.of(draft.words()).passes() && gate.rehearse(draft).passes();
    }

    private static String said(String slug, Locale written, String page, String notice, RedirectAttributes attributes) {
        attributes.addFlashAttribute("notice", notice);
        return ArticlePage.redirect(slug, written) + page;
    }

    /** What citizens read today; blank for a text that is not published yet. */
    private Edition published(Draft draft) {
        ArticleVersion text = draft.words().text();
        return articles.history(text.slug(), text.language()).stream()
                .findFirst()
                .flatMap(newest -> articles.version(text.slug(), text.language(), newest.version()))
                .orElseGet(() -> new Edition(
                        new ArticleVersion(
                                text.slug(),
                                text.service(),
                                text.language(),
                                0,
                                text.published(),
                                "",
                                "",
                                "",
                                "",
                                Map.of(),
                                List.of()),
                        List.of(),
                        Map.of()));
    }
}
