package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Card.State;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.articles.ReviewPlan;
import id.pendopo.knowledge.articles.SourceChecks;
import id.pendopo.ui.DateLabels;
import id.pendopo.ui.MenuEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final ReviewPlan plan;
    private final UnitsInCharge units;
    private final Clock clock;
    private final MessageSource messages;

    ArticlesPage(
            Cards cards, Articles articles, ReviewPlan plan, UnitsInCharge units, Clock clock, MessageSource messages) {
        this.plan = plan;
        this.units = units;
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
        WITHDRAWN,
        STALE,
        PENDING,
        UNSOURCED,
        INTERNAL
    }

    /** How near an article's review is; the name is the end of a key of the bundle. */
    enum Standing {
        /** Past the day that was set: it answers nobody. */
        OVERDUE,
        /** A year has gone since anybody looked. */
        LATE,
        SOON,
        FINE
    }

    /** A line of the list; {@code day} is the review-by date in words, {@code faults} counts figures without a source. */
    record Row(
            Card card,
            String service,
            String owner,
            Optional<LocalDate> due,
            String day,
            Standing standing,
            long faults) {

        boolean overdue() {
            return standing == Standing.OVERDUE;
        }

        boolean is(Show show) {
            return switch (show) {
                case ALL -> true;
                case DRAFT -> writes(State.DRAFT);
                case REVIEW -> writes(State.REVIEW);
                case DUE -> standing != Standing.FINE;
                case WITHDRAWN -> card.withdrawal().isPresent();
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
            String all = (card.slug() + " " + service + " " + owner + " "
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

    /** Those that somebody must look at first, the longest overdue on top; the others in the order of slugs. */
    private List<Row> rows(Locale reader) {
        List<Card> all = cards.all();
        List<Edition> newest = articles.newest();
        Map<String, Long> faults = newest.stream()
                .collect(Collectors.groupingBy(
                        edition -> edition.text().slug(),
                        Collectors.summingLong(edition ->
                                SourceChecks.unsourcedFigures(edition).size())));
        Map<String, LocalDate> days = plan.days(all, newest);
        Map<String, String> names = units.names(reader);
        return all.stream()
                .map(card -> row(
                        card,
                        Optional.ofNullable(days.get(card.slug())),
                        units.of(card, names),
                        faults.getOrDefault(card.slug(), 0L),
                        reader))
                .sorted(Comparator.comparing((Row row) -> row.standing() == Standing.FINE)
                        .thenComparing(row -> row.standing() == Standing.FINE
                                ? LocalDate.MAX
                                : row.due().orElse(LocalDate.MAX)))
                .toList();
    }

    private Row row(Card card, Optional<LocalDate> due, String owner, long faults, Locale reader) {
        return new Row(
                card,
                service(card, reader),
                owner,
                due,
                due.map(day -> DateLabels.date(day, reader)).orElse(""),
                standing(card, due),
                faults);
    }

    private Standing standing(Card card, Optional<LocalDate> due) {
        LocalDate today = LocalDate.now(clock);
        if (card.overdue(today) && !card.withdrawn()) {
            return Standing.OVERDUE;
        }
        if (due.filter(today::isAfter).isPresent()) {
            return Standing.LATE;
        }
        return due.filter(today.plusDays(SOON_DAYS)::isAfter).isPresent() ? Standing.SOON : Standing.FINE;
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
