/**
 * Puts what an article says into plainer words by a language model, if the desk has one. The entry type is {@link
 * id.pendopo.knowledge.Rewording}. It must not find answers, and must not say what the article does not say.
 */
@NullMarked
package id.pendopo.knowledge.rewording;

import org.jspecify.annotations.NullMarked;
