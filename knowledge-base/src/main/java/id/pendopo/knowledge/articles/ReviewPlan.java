package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.KnowledgeChecks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Review schedule: the day by which each article should be looked at again. That is the day that somebody has set, after
 * which it answers nobody, and otherwise a year after its pages were last read, which is only a reminder.
 */
@Component
public class ReviewPlan implements KnowledgeChecks.Reviews {

    private static final Period USUAL = Period.ofYears(1);

    private final Cards cards;
    private final Articles articles;
    private final Clock clock;

    ReviewPlan(Cards cards, Articles articles, Clock clock) {
        this.cards = cards;
        this.articles = articles;
        this.clock = clock;
    }

    /** The days of some articles by slug; none for what is withdrawn or has no published text. */
    public Map<String, LocalDate> days(Collection<Card> some, Collection<Edition> newest) {
        Map<String, LocalDate> read = new TreeMap<>();
        newest.forEach(edition -> read.merge(edition.text().slug(), read(edition), ReviewPlan::later));
        Map<String, LocalDate> days = new TreeMap<>();
        some.stream()
                .filter(card -> !card.withdrawn())
                .forEach(card -> day(card, Optional.ofNullable(read.get(card.slug())))
                        .ifPresent(day -> days.put(card.slug(), day)));
        return days;
    }

    private Optional<LocalDate> day(Card card, Optional<LocalDate> read) {
        Optional<LocalDate> looked = card.looked().map(look -> LocalDate.ofInstant(look.at(), clock.getZone()));
        return card.reviewBy()
                .or(() -> read.map(day -> later(day, looked.orElse(day)).plus(USUAL)));
    }

    private static LocalDate read(Edition edition) {
        return edition.text().sources().stream()
                .map(source -> source.read())
                .max(Comparator.naturalOrder())
                .orElse(edition.text().published());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public List<String> overdue() {
        LocalDate today = LocalDate.now(clock);
        Stream<Map.Entry<String, LocalDate>> days = days(cards.all(), articles.newest()).entrySet().stream();
        return days.filter(day -> day.getValue().isBefore(today))
                .map(Map.Entry::getKey)
                .toList();
    }
}
