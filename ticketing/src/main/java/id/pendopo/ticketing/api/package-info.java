/**
 * The REST API of tickets for other programs. The entry type is {@link id.pendopo.ticketing.api.TicketsApi}. It must
 * not know pages or sessions.
 */
@NullMarked
package id.pendopo.ticketing.api;

import org.jspecify.annotations.NullMarked;
