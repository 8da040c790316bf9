/**
 * The desk's own PostgreSQL for whoever has none: unpacked, started before Spring and stopped after it. The entry type is
 * {@link id.pendopo.config.database.EmbeddedPostgres}. This package must not know a table of any module.
 */
@NullMarked
package id.pendopo.config.database;

import org.jspecify.annotations.NullMarked;
