/**
 * The administration pages of the desk: holidays, units and categories. The entry type is {@link
 * id.pendopo.ticketing.admin.AdminDeskController}. It must not know tickets.
 */
@NullMarked
package id.pendopo.ticketing.admin;

import org.jspecify.annotations.NullMarked;
