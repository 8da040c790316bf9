package id.pendopo.knowledge.examples;

import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.articles.Articles.Name;
import id.pendopo.knowledge.articles.Takeover;
import id.pendopo.knowledge.articles.Takeover.Outcome;
import id.pendopo.knowledge.editor.ArticlesPage;
import id.pendopo.knowledge.editor.Editor;
import id.pendopo.knowledge.examples.BareArticles.Bare;
import id.pendopo.knowledge.examples.ExampleEffect.Effect;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where editors write example questions for articles that have too few, and see what that brings. */
@Controller
@PreAuthorize(Editor.EDIT)
class ExamplesPage {

    private static final String PATH = ArticlesPage.PATH + "/import/lines";

    private final BareArticles bare;
    private final ExampleEffect effects;
    private final Takeover takeover;
    private final Masking masking;
    private final MessageSource messages;

    ExamplesPage(BareArticles bare, ExampleEffect effects, Takeover takeover, Masking masking, MessageSource messages) {
        this.bare = bare;
        this.effects = effects;
        this.takeover = takeover;
        this.masking = masking;
        this.messages = messages;
    }

    @GetMapping(PATH)
    ModelAndView open(Locale reader) {
        return page(Map.of(), Map.of(), reader);
    }

    @PostMapping(PATH)
    ModelAndView take(@RequestParam MultiValueMap<String, String> form, Locale reader) {
        Map<Name, List<String>> typed = TypedExamples.of(form, masking).byText();
        Map<Name, List<String>> taken = new LinkedHashMap<>();
        Map<String, List<String>> kept = new HashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        typed.forEach((name, lines) -> fault(name, lines)
                .ifPresentOrElse(
                        fault -> {
                            faults.put(field(name), fault);
                            kept.put(field(name), lines);
                        },
                        () -> taken.put(name, lines)));
        ModelAndView page = page(kept, faults, reader);
        if (!taken.isEmpty()) {
            show(effects.of(bare.asApproved(), taken), reader, page);
        }
        if (!faults.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** Saves, and says by a key of the bundle why that was not done. */
    private Optional<String> fault(Name name, List<String> lines) {
        long known = takeover.standing(name.slug(), name.language())
                .map(standing -> standing.words().questions().stream()
                        .filter(question -> !lines.contains(question))
                        .count())
                .orElse(0L);
        if (known + lines.size() < BareArticles.ENOUGH) {
            return Optional.of("editor.examples.few");
        }
        Outcome outcome = takeover.take(
                name.slug(), name.language(), lines, Editor.current().login());
        return switch (outcome) {
            case TAKEN, KNOWN -> Optional.empty();
            case BUSY, GONE -> Optional.of("knowledge.picks." + outcome);
        };
    }

    private void show(Effect effect, Locale reader, ModelAndView page) {
        page.addObject("effect", effect);
        page.addObject(
                "share",
                messages.getMessage(
                        "editor.examples.share",
                        new Object[] {
                            effect.lines(),
                            effect.firstBefore(),
                            effect.firstAfter(),
                            percent(effect.firstBefore(), effect.lines()),
                            percent(effect.firstAfter(), effect.lines())
                        },
                        reader));
    }

    private ModelAndView page(Map<String, List<String>> kept, Map<String, String> faults, Locale reader) {
        List<Bare> all = bare.all();
        ModelAndView page = new ModelAndView("knowledge/editor/examples");
        page.addObject("title", messages.getMessage("editor.examples", null, reader));
        page.addObject("bare", all);
        page.addObject("kept", kept);
        page.addObject("faults", faults);
        return page;
    }

    private static String field(Name name) {
        return TypedExamples.FIELD + name.slug() + "." + name.language().toLanguageTag();
    }

    private static long percent(long part, long all) {
        return Math.round(100.0 * part / all);
    }
}
