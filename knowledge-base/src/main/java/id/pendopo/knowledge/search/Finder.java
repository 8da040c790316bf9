package id.pendopo.knowledge.search;

/**
 * Search without an answer: shows what a search brings before anything is decided: for editors who want to know why.
 * Any thread may ask.
 */
public interface Finder {

    /** The articles that may be meant, best first; of the whole text as one question. */
    Findings find(String text);
}
