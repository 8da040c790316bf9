/**
 * The life of a ticket: command handlers, the event store, the rows that follow, queues, access and retention. Entry types are
 * {@link id.pendopo.ticketing.lifecycle.JdbcTickets}, which fills {@link id.pendopo.ticketing.Tickets}, and for queries
 * {@link id.pendopo.ticketing.lifecycle.TicketLists}. It must not know pages or texts that people read, nor how a
 * citizen is reached.
 */
@NullMarked
package id.pendopo.ticketing.lifecycle;

import org.jspecify.annotations.NullMarked;
