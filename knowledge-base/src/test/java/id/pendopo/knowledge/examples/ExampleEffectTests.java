package id.pendopo.knowledge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.TestArticles;
import id.pendopo.knowledge.answering.Rehearsals;
import id.pendopo.knowledge.articles.Articles.Name;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.examples.ExampleEffect.Effect;
import id.pendopo.knowledge.examples.ExampleEffect.Line;
import id.pendopo.knowledge.search.Findings;
import id.pendopo.knowledge.search.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The figures: an example is never searched by itself. */
class ExampleEffectTests {

    private static final List<String> EXAMPLES = List.of("satu", "dua", "tiga");

    private final List<List<String>> indexed = Collections.synchronizedList(new ArrayList<>());

    /** A search that finds the article as far in front as it has examples. */
    private final Rehearsals rehearsals = articles -> {
        List<String> own = examples(articles);
        indexed.add(own);
        return _ -> new Findings(hits(own), Optional.empty(), false, true, true);
    };

    private static List<String> examples(Collection<Edition> articles) {
        return articles.stream()
                .flatMap(edition -> edition.questions().stream())
                .filter(EXAMPLES::contains)
                .toList();
    }

    private static List<Hit> hits(List<String> own) {
        List<Hit> hits = new ArrayList<>();
        for (int place = own.size(); place < 2; place++) {
            hits.add(hit("another-" + place));
        }
        if (!own.isEmpty()) {
            hits.add(hit("kartu-hijau-hilang"));
        }
        return hits;
    }

    private static Hit hit(String id) {
        return new Hit(id, id, 1, false, false, new Hit.Likeness(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void eachIsAskedOfTheOthers() {
        Map<Name, Edition> texts = new LinkedHashMap<>();
        TestArticles.editions().forEach(edition -> texts.put(Name.of(edition), edition));
        Name name = texts.keySet().stream()
                .filter(one -> one.slug().equals("kartu-hijau-hilang")
                        && one.language().getLanguage().equals("id"))
                .findFirst()
                .orElseThrow();
        texts.computeIfPresent(name, (_, edition) -> edition.asking(EXAMPLES));

        Effect effect = new ExampleEffect(rehearsals).of(texts, Map.of(name, EXAMPLES));

        assertThat(indexed)
                .containsExactlyInAnyOrder(
                        List.of(), List.of("dua", "tiga"), List.of("satu", "tiga"), List.of("satu", "dua"));
        assertThat(effect.texts().getFirst().lines())
                .containsExactly(new Line("satu", 0, 1), new Line("dua", 0, 1), new Line("tiga", 0, 1));
        assertThat(effect.firstBefore()).isZero();
        assertThat(effect.firstAfter()).isEqualTo(3);
    }
}
