package id.pendopo.knowledge.gaps;

import id.pendopo.knowledge.UnansweredQuestions.Why;
import id.pendopo.knowledge.search.Lexicon;
import id.pendopo.knowledge.search.MeaningGroups;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where editors see what citizens asked in vain, the same questions together, the most frequent first. */
@Controller
@PreAuthorize("hasAuthority('knowledge:edit')")
class GapsPage {

    private static final int DAYS = 30;
    private static final int READ = 1000;
    private static final int GROUPS = 50;
    private static final int EXAMPLES = 4;

    private final UnansweredRows rows;
    private final MessageSource messages;
    private final MeaningGroups groups = new MeaningGroups(Lexicon.shipped());

    GapsPage(UnansweredRows rows, MessageSource messages) {
        this.rows = rows;
        this.messages = messages;
    }

    /**
     * A gap.
     *
     * @param question the one that is most like the others
     * @param others a few more, in other words
     * @param ambiguous how many of them were asked back
     * @param channels how often by which channel, in words; the same for languages
     */
    record Gap(String question, List<String> others, int times, long ambiguous, String channels, String languages) {}

    @GetMapping("/desk/knowledge/gaps")
    String show(Locale reader, Model model) {
        List<UnansweredRows.Row> asked = rows.newest(DAYS, READ);
        List<Gap> gaps = groups
                .of(asked.stream().map(UnansweredRows.Row::question).toList())
                .stream()
                .limit(GROUPS)
                .map(group -> gap(group.stream().map(asked::get).toList(), reader))
                .toList();
        model.addAttribute("title", messages.getMessage("knowledge.gaps.title", null, reader));
        model.addAttribute("gaps", gaps);
        model.addAttribute("days", DAYS);
        model.addAttribute("asked", asked.size());
        return "knowledge/gaps";
    }

    private Gap gap(List<UnansweredRows.Row> group, Locale reader) {
        List<String> words =
                group.stream().map(UnansweredRows.Row::question).distinct().toList();
        return new Gap(
                words.getFirst(),
                words.stream().skip(1).limit(EXAMPLES).toList(),
                group.size(),
                group.stream().filter(row -> row.why() == Why.AMBIGUOUS).count(),
                counts(group, row -> kind(row.kind(), reader)),
                counts(group, row -> Locale.of(row.language()).getDisplayLanguage(reader)));
    }

    private String kind(String kind, Locale reader) {
        return Objects.requireNonNullElse(messages.getMessage("knowledge.kind." + kind, null, kind, reader), kind);
    }

    private static String counts(List<UnansweredRows.Row> group, Function<UnansweredRows.Row, String> by) {
        Map<String, Long> counts =
                group.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
