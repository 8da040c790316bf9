package id.pendopo.knowledge.gaps;

import id.pendopo.knowledge.feedback.PickedRows;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The picks that editors may still do something with, the most frequent first. */
@Component
class PickList {

    private static final int READ = 200;
    private static final int SHOWN = 50;

    private final PickedRows rows;
    private final Takeover takeover;

    PickList(PickedRows rows, Takeover takeover) {
        this.rows = rows;
        this.takeover = takeover;
    }

    /**
     * A question that somebody found the article for, which does not know it yet.
     *
     * @param language its tag
     * @param spoken the same in words
     */
    record Pick(
            String question, String slug, String title, String language, String spoken, long agents, long citizens) {}

    List<Pick> of(Locale reader) {
        return rows.most(READ).stream()
                .flatMap(row -> takeover
                        .standing(row.slug(), row.language())
                        .filter(standing -> !standing.knows(row.question()))
                        .map(standing -> pick(row, standing, reader))
                        .stream())
                .limit(SHOWN)
                .toList();
    }

    private static Pick pick(PickedRows.Row row, Takeover.Standing standing, Locale reader) {
        return new Pick(
                row.question(),
                row.slug(),
                standing.words().text().title(),
                row.language().toLanguageTag(),
                row.language().getDisplayLanguage(reader),
                row.agents(),
                row.citizens());
    }
}
