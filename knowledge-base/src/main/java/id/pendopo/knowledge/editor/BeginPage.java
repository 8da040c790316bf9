package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.articles.Edition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a new article begins: with its name for good, its service, and who may ever read it. */
@Controller
@RequestMapping(ArticlesPage.PATH + "/new")
@PreAuthorize(Editor.EDIT)
class BeginPage {

    private final Cards cards;
    private final Drafts drafts;
    private final MessageSource messages;
    private final Languages languages;

    BeginPage(Cards cards, Drafts drafts, MessageSource messages, Languages languages) {
        this.languages = languages;
        this.cards = cards;
        this.drafts = drafts;
        this.messages = messages;
    }

    /**
     * A new article as typed.
     *
     * @param question that it was begun for; empty for none
     */
    record Typed(String title, String slug, String service, boolean internal, String question) {

        List<String> questions() {
            return question.isEmpty() ? List.of() : List.of(question);
        }
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String question, Locale reader) {
        return page(new Typed("", "", "", false, question.strip()), List.of(), reader);
    }

    @PostMapping
    ModelAndView begin(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "false") boolean internal,
            @RequestParam(defaultValue = "") String question,
            Locale reader) {
        Typed typed = new Typed(title.strip(), slug.strip(), service.strip(), internal, question.strip());
        List<String> faults = faults(typed);
        if (faults.isEmpty()
                && drafts.save(
                                blank(typed),
                                typed.questions(),
                                internal,
                                0,
                                Editor.current().login())
                        .isEmpty()) {
            faults.add("editor.fault.slug.taken");
        }
        if (!faults.isEmpty()) {
            ModelAndView page = page(typed, faults, reader);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return new ModelAndView(ArticlePage.redirect(typed.slug(), languages.main()) + "/edit");
    }

    private List<String> faults(Typed typed) {
        List<String> faults = new ArrayList<>();
        if (typed.title().isEmpty()) {
            faults.add("editor.fault.title");
        }
        if (!Names.fits(typed.slug())) {
            faults.add("editor.fault.slug");
        } else if (Names.taken(typed.slug()) || cards.of(typed.slug()).isPresent()) {
            faults.add("editor.fault.slug.taken");
        }
        if (!Names.fits(typed.service())) {
            faults.add("editor.fault.service");
        }
        return faults;
    }

    private ModelAndView page(Typed typed, List<String> faults, Locale reader) {
        return new ModelAndView("knowledge/editor/new")
                .addObject("title", messages.getMessage("editor.new", null, reader))
                .addObject("typed", typed)
                .addObject("faults", faults)
                .addObject(
                        "services",
                        cards.all().stream()
                                .map(card -> card.service())
                                .distinct()
                                .sorted()
                                .toList());
    }

    private Edition blank(Typed typed) {
        ArticleVersion text = new ArticleVersion(
                typed.slug(),
                typed.service(),
                languages.main(),
                1,
                LocalDate.EPOCH,
                typed.title(),
                "",
                "",
                "",
                Map.of(),
                List.of());
        return new Edition(text, typed.questions(), Map.of());
    }
}
