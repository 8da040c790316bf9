/**
 * Puts replies into words of one language, from the module's bundle. The entry type is
 * {@link id.pendopo.conversation.wording.Wording}. This package must not know why something is said.
 */
@NullMarked
package id.pendopo.conversation.wording;

import org.jspecify.annotations.NullMarked;
