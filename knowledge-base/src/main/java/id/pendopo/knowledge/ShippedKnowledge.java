package id.pendopo.knowledge;

import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.search.Lexicon;

/** What the software knows as it is shipped, without database or server: for commands and tests. */
public final class ShippedKnowledge {

    private ShippedKnowledge() {}

    /** The shipped articles, indexed; takes about a second. */
    public static KnowledgeBase knowledgeBase() {
        return new IndexedKnowledge(ArticleFiles.shipped().editions(), Lexicon.shipped());
    }
}
