package id.pendopo.knowledge.examples;

import id.pendopo.knowledge.answering.Rehearsals;
import id.pendopo.knowledge.articles.Articles.Name;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.search.Finder;
import id.pendopo.knowledge.search.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Leave-one-out evaluation of example questions: at which rank each of them finds its article without any of them, and with
 * the others.
 */
@Component
class ExampleEffect {

    private final Rehearsals rehearsals;

    ExampleEffect(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    /** A line with its ranks, from 1; 0 where it does not find its article. */
    record Line(String words, int before, int after) {}

    /** The lines of one text. */
    record Shown(String title, String language, List<Line> lines) {}

    /** What the examples of some texts bring. */
    record Effect(List<Shown> texts) {

        long lines() {
            return texts.stream().mapToLong(text -> text.lines().size()).sum();
        }

        long firstBefore() {
            return first(text -> text.before() == 1);
        }

        long firstAfter() {
            return first(text -> text.after() == 1);
        }

        private long first(Predicate<Line> line) {
            return texts.stream()
                    .flatMap(text -> text.lines().stream())
                    .filter(line)
                    .count();
        }
    }

    /**
     * Indexes all articles once for each line of a text, six times at most.
     *
     * @param texts with the examples already
     * @param examples of those texts, by text
     */
    Effect of(Map<Name, Edition> texts, Map<Name, List<String>> examples) {
        int most = examples.values().stream().mapToInt(List::size).max().orElse(0);
        Finder before = rehearsals.with(without(texts, examples, -1));
        List<Finder> after = IntStream.range(0, most)
                .parallel()
                .mapToObj(left -> rehearsals.with(without(texts, examples, left)))
                .toList();
        List<Shown> shown = new ArrayList<>();
        examples.forEach((name, lines) -> {
            Edition text = texts.get(name);
            if (text != null) {
                shown.add(new Shown(
                        text.text().title(),
                        name.language().toLanguageTag(),
                        IntStream.range(0, lines.size())
                                .mapToObj(i -> new Line(
                                        lines.get(i),
                                        rank(before, lines.get(i), name),
                                        rank(after.get(i), lines.get(i), name)))
                                .toList()));
            }
        });
        return new Effect(shown);
    }

    /** @param left the place of the example that is left out of each text; -1 for all of them */
    private static List<Edition> without(Map<Name, Edition> texts, Map<Name, List<String>> examples, int left) {
        Map<Name, Edition> changed = new LinkedHashMap<>(texts);
        examples.forEach((name, lines) -> {
            List<String> out = left < 0 ? lines : left < lines.size() ? List.of(lines.get(left)) : List.of();
            changed.computeIfPresent(name, (_, text) -> text.withoutQuestions(out));
        });
        return List.copyOf(changed.values());
    }

    private static int rank(Finder finder, String line, Name name) {
        List<String> found = finder.find(line).hits().stream().map(Hit::id).toList();
        return found.indexOf(name.slug()) + 1;
    }
}
