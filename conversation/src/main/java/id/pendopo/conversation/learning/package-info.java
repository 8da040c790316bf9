/**
 * Learns from corrections: keeps reports as training examples, retrains the suggestion of categories and tells the
 * knowledge base which article was right. The entry type is {@link id.pendopo.conversation.learning.Retraining}. This
 * package must not know how a turn is decided.
 */
@NullMarked
package id.pendopo.conversation.learning;

import org.jspecify.annotations.NullMarked;
