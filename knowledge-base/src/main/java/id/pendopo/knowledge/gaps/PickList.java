package id.pendopo.knowledge.gaps;

import id.pendopo.knowledge.articles.Takeover;
import id.pendopo.knowledge.feedback.LearnedLines;
import id.pendopo.knowledge.feedback.PickedRows;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The picks that editors may still do something with, the most frequent first. */
@Component
class PickList {

    private static final int READ = 200;
    private static final int SHOWN = 50;

    private final PickedRows rows;
    private final LearnedLines learned;
    private final Takeover takeover;

    PickList(PickedRows rows, LearnedLines learned, Takeover takeover) {
        this.learned = learned;
        this.rows = rows;
        this.takeover = takeover;
    }

    /**
     * A question that somebody found the article for, which does not know it yet.
     *
     * @param gist by which it is searched already; empty where the search has not learned it
     * @param language its tag
     * @param spoken the same in words
     */
    record Pick(
            String question,
            String gist,
            String slug,
            String title,
            String language,
            String spoken,
            long agents,
            long citizens) {}

    List<Pick> of(Locale reader) {
        Set<Learned> searched = learned.all().stream()
                .map(line -> new Learned(line.gist(), line.slug()))
                .collect(Collectors.toSet());
        return rows.most(READ).stream()
                .flatMap(row -> takeover
                        .standing(row.slug(), row.language())
                        .filter(standing -> !standing.knows(row.question()))
                        .map(standing -> pick(row, standing, searched, reader))
                        .stream())
                .limit(SHOWN)
                .toList();
    }

    /** A line that the search has learned, by the article that it helps to find. */
    private record Learned(String gist, String slug) {}

    private static Pick pick(PickedRows.Row row, Takeover.Standing standing, Set<Learned> searched, Locale reader) {
        return new Pick(
                row.question(),
                searched.contains(new Learned(row.gist(), row.slug())) ? row.gist() : "",
                row.slug(),
                standing.words().text().title(),
                row.language().toLanguageTag(),
                row.language().getDisplayLanguage(reader),
                row.agents(),
                row.citizens());
    }
}
