package id.pendopo.knowledge.content;

import id.pendopo.knowledge.articles.ArticleFile;
import id.pendopo.knowledge.articles.ArticleFile.Wording;
import id.pendopo.knowledge.articles.Edition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An article file that could be read without a mistake.
 *
 * @param editions in the order of the desk's languages, the main one first
 */
record ReadArticle(ArticleFile file, List<Edition> editions) {

    ReadArticle {
        editions = List.copyOf(editions);
    }

    String slug() {
        return file.slug();
    }

    boolean internal() {
        return Boolean.TRUE.equals(file.internal());
    }

    List<String> golden(Edition edition) {
        return wording(edition).map(Wording::golden).map(List::copyOf).orElse(List.of());
    }

    /** Who answers for a text. */
    Optional<ArticleFile.Reviewed> reviewed(Edition edition) {
        return wording(edition).map(Wording::reviewed);
    }

    private Optional<Wording> wording(Edition edition) {
        Map<String, Wording> texts = Objects.requireNonNull(file.texts());
        return Optional.ofNullable(texts.get(edition.text().language().getLanguage()));
    }
}
