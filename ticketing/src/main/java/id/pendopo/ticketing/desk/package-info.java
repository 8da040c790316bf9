/**
 * The agent console: queues, one ticket with its timeline, and the forms below it. The entry type is {@link
 * id.pendopo.ticketing.desk.DeskController}. It must not know tables or the citizens' pages.
 */
@NullMarked
package id.pendopo.ticketing.desk;

import org.jspecify.annotations.NullMarked;
