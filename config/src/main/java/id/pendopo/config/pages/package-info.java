/**
 * What every page shares, and the pages that belong to no module: the hall, log-in, administration. The entry type is
 * {@code PageFrame}. This package must not know what a module's page shows.
 */
@NullMarked
package id.pendopo.config.pages;

import org.jspecify.annotations.NullMarked;
