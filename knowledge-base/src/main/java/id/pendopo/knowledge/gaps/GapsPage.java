package id.pendopo.knowledge.gaps;

import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.feedback.UnansweredRows;
import id.pendopo.knowledge.feedback.UnansweredRows.Row;
import id.pendopo.knowledge.text.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where editors see what citizens asked in vain, the same questions together, the most frequent first. */
@Controller
@PreAuthorize("hasAuthority('knowledge:edit')")
class GapsPage {

    private static final int DAYS = 30;
    private static final int READ = 1000;
    private static final int GROUPS = 50;
    private static final int EXAMPLES = 4;

    private final UnansweredRows rows;
    private final PickList picks;
    private final Cards cards;
    private final MessageSource messages;
    private final QuestionClusters groups = new QuestionClusters(Lexicon.shipped());

    GapsPage(UnansweredRows rows, PickList picks, Cards cards, MessageSource messages) {
        this.rows = rows;
        this.picks = picks;
        this.cards = cards;
        this.messages = messages;
    }

    /**
     * A gap.
     *
     * @param question the one that is most like the others
     * @param others a few more, in other words
     * @param all every wording, to be put aside
     * @param ambiguous how many of them were asked back
     * @param channels how often by which channel, in words; the same for languages
     * @param disputes the articles that answered without helping, the most frequent first
     */
    record Gap(
            String question,
            List<String> others,
            List<String> all,
            int times,
            long ambiguous,
            String channels,
            String languages,
            List<Dispute> disputes) {}

    /** An article that answered so many of a gap's questions in a language, and did not help. */
    record Dispute(String slug, String language, String title, long times) {}

    private record Answered(String slug, String language) {}

    @GetMapping("/desk/knowledge/gaps")
    String show(Locale reader, Model model) {
        List<Row> asked = rows.newest(DAYS, READ);
        Map<String, Card> bySlug = cards.all().stream().collect(Collectors.toMap(Card::slug, Function.identity()));
        List<Gap> gaps = groups.of(asked.stream().map(Row::question).toList()).stream()
                .limit(GROUPS)
                .map(group -> gap(group.stream().map(asked::get).toList(), bySlug, reader))
                .toList();
        model.addAttribute("title", messages.getMessage("knowledge.gaps.title", null, reader));
        model.addAttribute("gaps", gaps);
        model.addAttribute("picks", picks.of(reader));
        model.addAttribute("dismissed", rows.dismissed(GROUPS));
        model.addAttribute("days", DAYS);
        model.addAttribute("asked", asked.size());
        return "knowledge/gaps";
    }

    @PostMapping("/desk/knowledge/gaps/dismiss")
    String dismiss(@RequestParam List<String> question, RedirectAttributes attributes) {
        rows.dismiss(question);
        attributes.addFlashAttribute("notice", "knowledge.gaps.dismissed");
        return "redirect:/desk/knowledge/gaps";
    }

    @PostMapping("/desk/knowledge/gaps/restore")
    String restore(@RequestParam List<String> question, RedirectAttributes attributes) {
        rows.restore(question);
        attributes.addFlashAttribute("notice", "knowledge.gaps.restored");
        return "redirect:/desk/knowledge/gaps";
    }

    private Gap gap(List<Row> group, Map<String, Card> bySlug, Locale reader) {
        List<String> words = group.stream().map(Row::question).distinct().toList();
        return new Gap(
                words.getFirst(),
                words.stream().skip(1).limit(EXAMPLES).toList(),
                words,
                group.size(),
                group.stream().filter(Row::ambiguous).count(),
                counts(group, row -> kind(row.kind(), reader)),
                counts(group, row -> Locale.of(row.language()).getDisplayLanguage(reader)),
                disputes(group, bySlug));
    }

    /** An article that is there no more can no more be mended. */
    private static List<Dispute> disputes(List<Row> group, Map<String, Card> bySlug) {
        Map<Answered, Long> times = group.stream()
                .flatMap(row -> row.disputed().map(slug -> new Answered(slug, row.language())).stream())
                .filter(answered -> bySlug.containsKey(answered.slug()))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return times.entrySet().stream()
                .sorted(Map.Entry.<Answered, Long>comparingByValue().reversed())
                .map(count -> dispute(count.getKey(), count.getValue(), bySlug))
                .toList();
    }

    private static Dispute dispute(Answered answered, long times, Map<String, Card> bySlug) {
        String title = Optional.ofNullable(bySlug.get(answered.slug()))
                .flatMap(card -> card.text(Locale.of(answered.language())))
                .map(Card.Text::title)
                .orElse(answered.slug());
        return new Dispute(answered.slug(), answered.language(), title, times);
    }

    private String kind(String kind, Locale reader) {
        return Objects.requireNonNullElse(messages.getMessage("knowledge.kind." + kind, null, kind, reader), kind);
    }

    private static String counts(List<Row> group, Function<Row, String> by) {
        Map<String, Long> counts =
                group.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
