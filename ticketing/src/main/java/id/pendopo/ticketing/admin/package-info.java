/**
 * The administration pages of the desk: holidays, units and categories, and who is on duty. The entry type is {@link
 * id.pendopo.ticketing.admin.AdminDeskController}. It must not know tickets.
 */
@NullMarked
package id.pendopo.ticketing.admin;

import org.jspecify.annotations.NullMarked;
