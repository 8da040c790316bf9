/**
 * Units and categories of the agency: their tables, their cache, and the seed of an empty desk. The entry type is
 * {@link id.pendopo.ticketing.organisation.Catalogue}. It must not know tickets.
 */
@NullMarked
package id.pendopo.ticketing.organisation;

import org.jspecify.annotations.NullMarked;
