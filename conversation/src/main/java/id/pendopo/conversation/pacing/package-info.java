/**
 * Stops answering programs that answer by themselves, and nobody else. The entry type is
 * {@link id.pendopo.conversation.pacing.LoopGuard}. This package must not know what is said, nor who decides it.
 */
@NullMarked
package id.pendopo.conversation.pacing;

import org.jspecify.annotations.NullMarked;
