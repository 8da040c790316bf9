/**
 * Tickets, their clocks and their history; the agents' desk and public tracking. The entry type is
 * {@link id.pendopo.ticketing.Tickets}. This module must not know how a citizen is reached or what the bot said: what it
 * lacks it asks of {@link id.pendopo.ticketing.Correspondence} and {@link id.pendopo.ticketing.Suggestions}.
 */
@NullMarked
package id.pendopo.ticketing;

import org.jspecify.annotations.NullMarked;
