/**
 * Service levels: until when a citizen should have an answer, and why. The entry type is {@link
 * id.pendopo.ticketing.clocks.Deadlines}. It must not know a ticket's state or history.
 */
@NullMarked
package id.pendopo.ticketing.clocks;

import org.jspecify.annotations.NullMarked;
