package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Card.State;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.SourceChecks;
import id.pendopo.ui.DateLabels;
import id.pendopo.ui.MenuEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of all articles with what each still needs. */
@Controller
@PreAuthorize(Editor.READ)
public class ArticlesPage {

    public static final String PATH = "/desk/knowledge";

    private static final int ROWS = 200;
    private static final int SOON_DAYS = 30;

    private final Cards cards;
    private final Articles articles;
    private final Clock clock;
    private final MessageSource messages;

    ArticlesPage(Cards cards, Articles articles, Clock clock, MessageSource messages) {
        this.cards = cards;
        this.articles = articles;
        this.clock = clock;
        this.messages = messages;
    }

    /** What the list can be narrowed to. */
    enum Show {
        ALL,
        DRAFT,
        REVIEW,
        DUE,
        STALE,
        PENDING,
        UNSOURCED,
        INTERNAL
    }

    /** A line of the list; {@code day} is the review-by date in words, {@code faults} counts figures without a source. */
    record Row(Card card, String service, String day, boolean overdue, boolean soon, long faults) {

        boolean is(Show show) {
            return switch (show) {
                case ALL -> true;
                case DRAFT -> writes(State.DRAFT);
                case REVIEW -> writes(State.REVIEW);
                case DUE -> overdue || soon;
                case STALE -> card.texts().stream().anyMatch(Card.Text::stale);
                case PENDING -> card.texts().stream().anyMatch(Card.Text::pending);
                case UNSOURCED -> faults > 0;
                case INTERNAL -> card.internal();
            };
        }

        private boolean writes(State state) {
            return card.texts().stream()
                    .anyMatch(text -> text.draft().filter(state::equals).isPresent());
        }

        boolean has(String words) {
            String all = (card.slug() + " " + service + " " + card.owner().orElse("") + " "
                            + card.texts().stream().map(Card.Text::title).collect(Collectors.joining(" ")))
                    .toLowerCase(Locale.ROOT);
            return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
        }
    }

    /** A way to narrow the list, with how many articles it shows. */
    record Filter(Show show, String label, long count) {}

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "ALL") Show show,
            Locale reader,
            Model model) {
        List<Row> all = rows(reader).stream().filter(row -> row.has(q.strip())).toList();
        List<Row> rows = all.stream().filter(row -> row.is(show)).toList();
        model.addAttribute("title", messages.getMessage("editor.title", null, reader));
        model.addAttribute("q", q.strip());
        model.addAttribute("show", show);
        model.addAttribute("filters", filters(all));
        model.addAttribute("rows", rows.stream().limit(ROWS).toList());
        model.addAttribute("more", Math.max(0, rows.size() - ROWS));
        model.addAttribute("editor", Editor.current());
        return "knowledge/editor/list";
    }

    private static List<Filter> filters(List<Row> rows) {
        return Arrays.stream(Show.values())
                .map(show -> new Filter(
                        show,
                        "editor.show." + show,
                        rows.stream().filter(row -> row.is(show)).count()))
                .toList();
    }

    private List<Row> rows(Locale reader) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Long> faults = articles.newest().stream()
                .collect(Collectors.groupingBy(
                        edition -> edition.text().slug(),
                        Collectors.summingLong(edition ->
                                SourceChecks.unsourcedFigures(edition).size())));
        return cards.all().stream()
                .map(card -> new Row(
                        card,
                        service(card, reader),
                        card.reviewBy().map(day -> DateLabels.date(day, reader)).orElse(""),
                        card.overdue(today),
                        !card.overdue(today) && card.overdue(today.plusDays(SOON_DAYS)),
                        faults.getOrDefault(card.slug(), 0L)))
                .toList();
    }

    private String service(Card card, Locale reader) {
        return Objects.requireNonNullElse(
                messages.getMessage("service." + card.service(), null, null, reader), card.service());
    }

    /** The page's place in the desk's menu. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry editorMenuEntry() {
            return new MenuEntry(PATH, "editor.menu", "knowledge:read", 50);
        }
    }
}
