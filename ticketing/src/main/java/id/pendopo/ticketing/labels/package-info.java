/**
 * Localised texts of tickets, their events and their files, for every page. The entry type is {@link
 * id.pendopo.ticketing.labels.TicketLabels}. It must not know a page or a form.
 */
@NullMarked
package id.pendopo.ticketing.labels;

import org.jspecify.annotations.NullMarked;
