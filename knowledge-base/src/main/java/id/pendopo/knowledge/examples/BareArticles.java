package id.pendopo.knowledge.examples;

import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Articles.Name;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Draft;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.articles.Edition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Coverage check of example questions: the texts for citizens that hardly anybody's words will find. */
@Component
public class BareArticles {

    /** An article has so many examples at least: fewer are the author's words only. */
    public static final int ENOUGH = 3;

    private final Articles articles;
    private final Drafts drafts;

    BareArticles(Articles articles, Drafts drafts) {
        this.articles = articles;
        this.drafts = drafts;
    }

    /** A text with too few example questions. */
    public record Bare(String slug, String language, String title, int examples) {

        /** The name of its fields in the form. */
        public String field() {
            return TypedExamples.FIELD + slug + "." + language;
        }
    }

    /** Drafts first, those that were changed last before others; what waits for approval is left alone. */
    public List<Bare> all() {
        Map<Name, Edition> texts = new LinkedHashMap<>();
        List<Name> waiting = new ArrayList<>();
        for (Draft draft : drafts.all()) {
            if (draft.state() == Card.State.DRAFT && !draft.internal()) {
                texts.put(Name.of(draft.words()), draft.words());
            } else {
                waiting.add(Name.of(draft.words()));
            }
        }
        articles.published().forEach(edition -> texts.putIfAbsent(Name.of(edition), edition));
        waiting.forEach(texts::remove);
        return texts.values().stream()
                .filter(edition -> edition.questions().size() < ENOUGH)
                .map(BareArticles::bare)
                .toList();
    }

    /** What citizens would be served if every draft were approved. */
    Map<Name, Edition> asApproved() {
        Map<Name, Edition> texts = new LinkedHashMap<>();
        articles.published().forEach(edition -> texts.put(Name.of(edition), edition));
        drafts.all().stream()
                .filter(draft -> !draft.internal())
                .map(Draft::words)
                .forEach(words -> texts.put(Name.of(words), words));
        return texts;
    }

    private static Bare bare(Edition edition) {
        return new Bare(
                edition.text().slug(),
                edition.text().language().toLanguageTag(),
                edition.text().title(),
                edition.questions().size());
    }
}
