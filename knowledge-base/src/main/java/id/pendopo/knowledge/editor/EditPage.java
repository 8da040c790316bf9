package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Draft;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.articles.Edition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an article is written. What is saved here serves nobody until somebody else has approved it. */
@Controller
@RequestMapping(ArticlesPage.PATH + "/{slug}/{language}")
@PreAuthorize(Editor.EDIT)
class EditPage {

    private final Cards cards;
    private final Articles articles;
    private final Drafts drafts;
    private final Languages languages;

    EditPage(Cards cards, Articles articles, Drafts drafts, Languages languages) {
        this.languages = languages;
        this.cards = cards;
        this.articles = articles;
        this.drafts = drafts;
    }

    /** What the writer wants done with what was typed. */
    enum Wish {
        SAVE,
        PREVIEW,
        SUBMIT
    }

    @GetMapping("/edit")
    ModelAndView open(@PathVariable String slug, @PathVariable String language) {
        Locale written = languages.of(language);
        Card card = card(slug);
        Optional<Draft> draft = drafts.of(slug, written);
        EditForm form = draft.map(d -> EditForm.of(d.words(), d.golden(), d.revision()))
                .or(() -> newest(card, written).map(edition -> EditForm.of(edition, articles.golden(slug, written), 0)))
                .orElse(EditForm.BLANK);
        return page(card, written, form)
                .addObject("note", draft.map(Draft::note).orElse(""));
    }

    @PostMapping("/edit")
    ModelAndView take(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(defaultValue = "SAVE") Wish wish,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes attributes) {
        Locale written = languages.of(language);
        Card card = card(slug);
        EditForm form = EditForm.of(typed);
        if (wish == Wish.PREVIEW) {
            return page(card, written, form).addObject("preview", true);
        }
        if (!form.faults().isEmpty()) {
            ModelAndView page = page(card, written, form).addObject("faults", form.faults());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Edition words = form.edition(slug, card.service(), written);
        OptionalInt saved = drafts.save(
                words,
                form.goldenQuestions(),
                card.internal(),
                form.revision(),
                Editor.current().login());
        if (saved.isEmpty()) {
            return conflict(card, written, form, words);
        }
        return new ModelAndView(next(wish, slug, written, words, saved.getAsInt(), attributes));
    }

    private String next(
            Wish wish, String slug, Locale written, Edition words, int revision, RedirectAttributes attributes) {
        boolean submitted = wish == Wish.SUBMIT && Lint.of(words).passes() && drafts.submit(slug, written, revision);
        if (submitted) {
            attributes.addFlashAttribute("notice", "editor.submitted");
            return ArticlePage.redirect(slug, written) + "/review";
        }
        attributes.addFlashAttribute("notice", wish == Wish.SUBMIT ? "editor.mend.first" : "editor.saved");
        return ArticlePage.redirect(slug, written) + "/edit";
    }

    /** What the lint says about what is typed at this moment; a part of a page. */
    @PostMapping("/lint")
    ModelAndView lint(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam MultiValueMap<String, String> typed) {
        Locale written = languages.of(language);
        ModelAndView part = page(card(slug), written, EditForm.of(typed));
        part.setViewName("knowledge/editor/lint :: lint");
        return part;
    }

    @PostMapping("/discard")
    String discard(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam int revision,
            RedirectAttributes attributes) {
        Locale written = languages.of(language);
        boolean gone = drafts.discard(slug, written, revision);
        attributes.addFlashAttribute("notice", gone ? "editor.discarded" : "editor.changed");
        return cards.of(slug).isEmpty() ? "redirect:" + ArticlesPage.PATH : ArticlePage.redirect(slug, written);
    }

    /** Nobody's words are lost: the typed text stays in the form, what the other one wrote stands above it. */
    private ModelAndView conflict(Card card, Locale written, EditForm form, Edition typed) {
        Optional<Draft> theirs = drafts.of(card.slug(), written);
        ModelAndView page =
                page(card, written, form.at(theirs.map(Draft::revision).orElse(0)));
        page.addObject(
                "conflict", theirs.map(draft -> draft.authors().getLast()).orElse("-"));
        page.addObject(
                "changes",
                theirs.map(draft -> Comparing.of(draft.words(), typed)).orElse(List.of()));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(Card card, Locale written, EditForm form) {
        Edition words = form.edition(card.slug(), card.service(), written);
        ModelAndView page = new ModelAndView("knowledge/editor/edit");
        ArticlePage.frame(card, written, languages.all(), page.getModelMap());
        page.addObject("form", form);
        page.addObject("faults", Map.of());
        page.addObject("lint", Lint.of(words));
        page.addObject("words", words.text());
        if (!written.equals(languages.main())) {
            page.addObject(
                    "original", newest(card, languages.main()).map(Part::of).orElse(List.of()));
        }
        return page;
    }

    private Card card(String slug) {
        return cards.of(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Edition> newest(Card card, Locale language) {
        return card.text(language).flatMap(text -> articles.version(card.slug(), language, text.version()));
    }
}
