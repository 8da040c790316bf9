/**
 * Names in the database: the column that holds their translations, and the languages in which this desk gives them. The
 * entry type is {@link id.pendopo.ticketing.naming.StoredNames}. It must not know what is named.
 */
@NullMarked
package id.pendopo.ticketing.naming;

import org.jspecify.annotations.NullMarked;
