package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Withdrawals;
import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.ChangeLog.Change;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one person asks for an article to be withdrawn and another one lets that happen, and where it is brought back. */
@Controller
@RequestMapping(ArticlesPage.PATH + "/{slug}/{language}")
@PreAuthorize(Editor.READ)
class WithdrawalPage {

    private static final String KIND = "knowledge.content.article";
    private static final String STATE = "editor.state";

    private final Cards cards;
    private final Withdrawals withdrawals;
    private final Languages languages;
    private final ObjectProvider<ChangeLog> log;

    WithdrawalPage(Cards cards, Withdrawals withdrawals, Languages languages, ObjectProvider<ChangeLog> log) {
        this.cards = cards;
        this.withdrawals = withdrawals;
        this.languages = languages;
        this.log = log;
    }

    @PostMapping("/withdraw")
    @PreAuthorize(Editor.EDIT)
    String ask(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes attributes) {
        if (reason.isBlank()) {
            attributes.addFlashAttribute("fault", "editor.withdraw.reason.missing");
            return page(slug, language);
        }
        boolean asked =
                withdrawals.ask(card(slug).slug(), reason, Editor.current().login());
        attributes.addFlashAttribute("notice", asked ? "editor.withdraw.asked" : "editor.withdraw.changed");
        return page(slug, language);
    }

    @PostMapping("/withdraw/refuse")
    @PreAuthorize(Editor.EDIT + " or " + Editor.APPROVE)
    String refuse(@PathVariable String slug, @PathVariable String language, RedirectAttributes attributes) {
        boolean refused = withdrawals.refuse(slug);
        attributes.addFlashAttribute("notice", refused ? "editor.withdraw.refused" : "editor.withdraw.changed");
        return page(slug, language);
    }

    @PostMapping("/withdraw/approve")
    @PreAuthorize(Editor.APPROVE)
    @Transactional
    String approve(@PathVariable String slug, @PathVariable String language, RedirectAttributes attributes) {
        Card card = card(slug);
        String notice = switch (withdrawals.approve(slug, Editor.current().login())) {
            case WITHDRAWN -> {
                record(card, "", card.withdrawal().map(Card.Withdrawal::reason).orElse(""));
                yield "editor.withdraw.done";
            }
            case CHANGED -> "editor.withdraw.changed";
            case OWN_WORK -> "editor.withdraw.own";
        };
        attributes.addFlashAttribute("notice", notice);
        return page(slug, language);
    }

    @PostMapping("/restore")
    @PreAuthorize(Editor.APPROVE)
    @Transactional
    String restore(@PathVariable String slug, @PathVariable String language, RedirectAttributes attributes) {
        Card card = card(slug);
        boolean restored = withdrawals.restore(slug);
        if (restored) {
            record(card, card.withdrawal().map(Card.Withdrawal::reason).orElse(""), "");
        }
        attributes.addFlashAttribute("notice", restored ? "editor.withdraw.restored" : "editor.withdraw.changed");
        return page(slug, language);
    }

    private void record(Card card, String before, String after) {
        log.ifAvailable(known -> known.record(new Change(
                Editor.current().login(),
                KIND,
                card.slug(),
                Map.of(STATE, before.isEmpty() ? "editor.fine" : "editor.withdrawn", "editor.withdraw.reason", before),
                Map.of(STATE, after.isEmpty() ? "editor.fine" : "editor.withdrawn", "editor.withdraw.reason", after))));
    }

    private Card card(String slug) {
        return cards.of(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(String slug, String language) {
        return ArticlePage.redirect(slug, languages.of(language));
    }
}
