/**
 * The dialogue manager, a pure function from a conversation, a message and facts to a decision: responders that are
 * asked in order, then finishers, both listed in {@link id.pendopo.conversation.engine.DialoguePolicy}. The entry type
 * is {@link id.pendopo.conversation.engine.Engine}. This package must not know a database, a bundle of texts or who
 * gathered the facts.
 */
@NullMarked
package id.pendopo.conversation.engine;

import org.jspecify.annotations.NullMarked;
