package id.pendopo.knowledge.search;

/**
 * Domain classifier (in scope or out): tells whether a text asks for what a public desk is there for, whatever its
 * articles say. Any thread may call.
 */
@FunctionalInterface
public interface Scope {

    /** How likely it does, 0 to 1; small talk, the weather and complaints do not. */
    double of(String text);
}
