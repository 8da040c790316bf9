package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.articles.Articles.Name;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.feedback.LearnedLines.Line;
import id.pendopo.knowledge.text.Gist;
import id.pendopo.knowledge.text.Lexicon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Document expansion by relevance feedback: the learned lines by the text that each of them helps to find. What editors wrote
 * comes first: a line that says the same as another article's own question helps nobody.
 */
final class LearnedQuestions {

    private final Map<Name, List<String>> byText = new HashMap<>();

    LearnedQuestions(List<Line> lines, Collection<Map<String, Edition>> articles, Locale main, Lexicon lexicon) {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Map<String, Edition>> bySlug = new HashMap<>();
        articles.forEach(texts -> bySlug.put(slug(texts), texts));
        Map<String, Set<String>> owners = owners(articles, new Gist(lexicon));
        for (Line line : lines) {
            Map<String, Edition> texts = bySlug.getOrDefault(line.slug(), Map.of());
            Edition text = texts.getOrDefault(line.language().getLanguage(), texts.get(main.getLanguage()));
            boolean elsewhere =
                    owners.getOrDefault(line.gist(), Set.of()).stream().anyMatch(owner -> !owner.equals(line.slug()));
            if (text != null && !elsewhere) {
                byText.computeIfAbsent(Name.of(text), _ -> new ArrayList<>()).add(line.words());
            }
        }
    }

    /** Those of a text, the newest first; empty for most. */
    List<String> of(Edition text) {
        return byText.getOrDefault(Name.of(text), List.of());
    }

    private static Map<String, Set<String>> owners(Collection<Map<String, Edition>> articles, Gist gists) {
        Map<String, Set<String>> owners = new HashMap<>();
        for (Map<String, Edition> texts : articles) {
            texts.values().stream()
                    .flatMap(edition -> Stream.concat(Stream.of(edition.text().title()), edition.questions().stream()))
                    .forEach(question -> owners.computeIfAbsent(gists.of(question), _ -> new TreeSet<>())
                            .add(slug(texts)));
        }
        return owners;
    }

    private static String slug(Map<String, Edition> texts) {
        return texts.values().iterator().next().text().slug();
    }
}
