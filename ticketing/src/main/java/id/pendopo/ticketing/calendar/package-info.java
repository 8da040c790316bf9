/**
 * Business hours and public holidays. The entry type is {@link id.pendopo.ticketing.calendar.UnitCalendar}. It must not
 * know units, categories or tickets.
 */
@NullMarked
package id.pendopo.ticketing.calendar;

import org.jspecify.annotations.NullMarked;
