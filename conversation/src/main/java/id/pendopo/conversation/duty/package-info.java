/**
 * Rings people on duty for an emergency, and hears them take it. The entry type is {@link
 * id.pendopo.conversation.duty.DutyRinger}. It must not know whom to ring next, nor how a line calls.
 */
@NullMarked
package id.pendopo.conversation.duty;

import org.jspecify.annotations.NullMarked;
