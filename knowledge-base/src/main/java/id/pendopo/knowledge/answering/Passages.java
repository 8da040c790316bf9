package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.search.Passage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Document mapping: an article's text as it is indexed. */
final class Passages {

    /** An article that tells no more than these tells of an office. */
    private static final Set<Aspect> OF_OFFICES = EnumSet.of(Aspect.OFFICE, Aspect.HOURS, Aspect.COMPLAINT);

    private Passages() {}

    static Passage of(Edition edition) {
        return of(edition, List.of());
    }

    /** @param learned lines by which it is found beside its own */
    static Passage of(Edition edition, List<String> learned) {
        ArticleVersion text = edition.text();
        List<String> questions = new ArrayList<>(List.of(text.title()));
        questions.addAll(edition.questions());
        questions.addAll(learned);
        String body = text.summary() + "\n" + String.join("\n", text.fields().values());
        return new Passage(
                text.slug(),
                text.service(),
                questions,
                body,
                !text.fields().isEmpty(),
                !text.fields().isEmpty() && OF_OFFICES.containsAll(text.fields().keySet()));
    }
}
