package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.articles.SourceChecks;
import id.pendopo.ui.DateLabels;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
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

/** One article in one language: what it says, who looks after it, its versions, what changed between two of them. */
@Controller
@RequestMapping(ArticlesPage.PATH + "/{slug}")
@PreAuthorize(Editor.READ)
class ArticlePage {

    private static final int MOST_OWNER = 100;

    private final Cards cards;
    private final Articles articles;
    private final Drafts drafts;
    private final Clock clock;
    private final Languages languages;
    private final UnitsInCharge units;

    ArticlePage(Cards cards, Articles articles, Drafts drafts, Clock clock, Languages languages, UnitsInCharge units) {
        this.units = units;
        this.languages = languages;
        this.cards = cards;
        this.articles = articles;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A version with its day in words. */
    record Line(int number, String day, String author, String approvedBy) {}

    @GetMapping
    String inIndonesian(@PathVariable String slug) {
        return redirect(slug, languages.main());
    }

    @GetMapping("/{language}")
    String show(@PathVariable String slug, @PathVariable String language, Locale reader, Model model) {
        Locale written = languages.of(language);
        Card card = card(slug);
        List<Line> versions = versions(slug, written, reader);
        frame(card, written, languages.all(), model.asMap());
        newest(slug, written, versions).ifPresent(edition -> {
            model.addAttribute(
                    "parts",
                    Part.of(edition).stream()
                            .filter(part -> !part.text().isEmpty())
                            .toList());
            model.addAttribute("unsourced", unsourced(edition));
        });
        model.addAttribute("versions", versions);
        model.addAttribute("draft", drafts.of(slug, written));
        model.addAttribute(
                "lookedOn",
                card.looked()
                        .map(looked -> LocalDate.ofInstant(looked.at(), clock.getZone()))
                        .map(day -> DateLabels.date(day, reader))
                        .orElse(""));
        model.addAttribute("owners", units.names(reader));
        model.addAttribute("usualOwner", units.usual(reader));
        model.addAttribute("overdue", card.overdue(LocalDate.now(clock)));
        model.addAttribute("editor", Editor.current());
        return "knowledge/editor/article";
    }

    @GetMapping("/{language}/diff")
    String compare(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam int from,
            @RequestParam int to,
            Model model) {
        Locale written = languages.of(language);
        frame(card(slug), written, languages.all(), model.asMap());
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("changes", Comparing.of(version(slug, written, from), version(slug, written, to)));
        return "knowledge/editor/diff";
    }

    /** What was approved once is put before somebody else again, as the next version: nobody publishes alone. */
    @PostMapping("/{language}/rollback")
    @PreAuthorize(Editor.APPROVE)
    String rollBack(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam int version,
            RedirectAttributes attributes) {
        Locale written = languages.of(language);
        String login = Editor.current().login();
        OptionalInt begun =
                drafts.save(version(slug, written, version), articles.golden(slug, written), false, 0, login);
        boolean handed = begun.isPresent() && drafts.submit(slug, written, begun.getAsInt());
        attributes.addFlashAttribute("notice", handed ? "editor.rolledback" : "editor.rollback.draft");
        return redirect(slug, written);
    }

    @PostMapping("/{language}/compared")
    @PreAuthorize(Editor.EDIT)
    String compared(@PathVariable String slug, @PathVariable String language, RedirectAttributes attributes) {
        Locale written = languages.of(language);
        cards.compared(slug, written, Editor.current().login());
        attributes.addFlashAttribute("notice", "editor.compared");
        return redirect(slug, written);
    }

    @PostMapping("/{language}/care")
    @PreAuthorize(Editor.EDIT)
    String care(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String reviewBy,
            RedirectAttributes attributes) {
        try {
            cards.care(
                    slug,
                    Optional.of(owner.strip())
                            .filter(name -> !name.isEmpty())
                            .map(name -> name.substring(0, Math.min(MOST_OWNER, name.length()))),
                    Optional.of(reviewBy.strip()).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                    Editor.current().login());
            attributes.addFlashAttribute("notice", "editor.cared");
        } catch (DateTimeParseException e) {
            attributes.addFlashAttribute("fault", "editor.fault.day");
        }
        return redirect(slug, languages.of(language));
    }

    static void frame(Card card, Locale written, List<Locale> languages, Map<String, Object> model) {
        model.put("title", card.text(written).map(Card.Text::title).orElse(card.title()));
        model.put("card", card);
        model.put("language", written.toLanguageTag());
        model.put("languages", languages);
        model.put("text", card.text(written));
    }

    static String redirect(String slug, Locale language) {
        return "redirect:" + ArticlesPage.PATH + "/" + slug + "/" + language.toLanguageTag();
    }

    private Card card(String slug) {
        return cards.of(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Edition version(String slug, Locale language, int version) {
        return articles.version(slug, language, version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Edition> newest(String slug, Locale language, List<Line> versions) {
        return versions.stream().findFirst().map(newest -> version(slug, language, newest.number()));
    }

    /** The labels of the parts that hold a figure without a source. */
    static Set<String> unsourced(Edition edition) {
        return SourceChecks.unsourcedFigures(edition).stream()
                .map(place -> place.substring(place.lastIndexOf('/') + 1))
                .map(part -> Set.of("summary", "sms", "voice").contains(part)
                        ? "editor.part." + part
                        : "aspect." + part.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Line> versions(String slug, Locale written, Locale reader) {
        return articles.history(slug, written).stream()
                .map(past -> new Line(
                        past.version(),
                        DateLabels.date(past.published(), reader),
                        past.author().orElse(""),
                        past.approvedBy().orElse("")))
                .toList();
    }
}
