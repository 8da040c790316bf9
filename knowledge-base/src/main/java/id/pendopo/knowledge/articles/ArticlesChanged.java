package id.pendopo.knowledge.articles;

/**
 * Application event, published inside the transaction that stores a new version; the search index is rebuilt after its
 * commit.
 */
public record ArticlesChanged() {}
