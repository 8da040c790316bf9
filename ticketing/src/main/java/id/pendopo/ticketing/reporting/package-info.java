/**
 * The public report form, question by question. The entry type is {@link
 * id.pendopo.ticketing.reporting.ReportController}. It must not know tables or how a ticket is worked.
 */
@NullMarked
package id.pendopo.ticketing.reporting;

import org.jspecify.annotations.NullMarked;
