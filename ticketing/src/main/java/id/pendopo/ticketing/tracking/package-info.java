/**
 * The public tracking pages: a ticket by its code, and what its reporter does there. The entry type is {@link
 * id.pendopo.ticketing.tracking.TrackController}. It must not know tables or the agents' console.
 */
@NullMarked
package id.pendopo.ticketing.tracking;

import org.jspecify.annotations.NullMarked;
