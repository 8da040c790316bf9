package id.pendopo.knowledge;

import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.search.Lexicon;
import java.util.List;

/** Three invented articles of an invented regency. */
final class TestArticles {

    private TestArticles() {}

    static List<Edition> editions() {
        return new ArticleFiles("classpath:test-articles/*.yaml").editions();
    }

    static KnowledgeBase knowledgeBase() {
        return new IndexedKnowledge(editions(), Lexicon.shipped());
    }
}
