package id.pendopo.knowledge;

import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.search.Findings;
import id.pendopo.knowledge.search.Lexicon;
import java.util.Collection;

/** The search as it would be with other articles than those that are published. */
public final class Rehearsal implements Finder {

    private final IndexedKnowledge knowledge;

    /** Indexes the articles; 1,500 of them take about two seconds. */
    public Rehearsal(Collection<Edition> articles) {
        this.knowledge = new IndexedKnowledge(articles, Lexicon.shipped(), Shipped.scope());
    }

    @Override
    public Findings find(String text) {
        return knowledge.find(text);
    }
}
