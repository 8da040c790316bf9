/**
 * From a short, careless question to the few articles that may answer it, with the features that tell how sure that is.
 * The entry type is {@link id.pendopo.knowledge.search.SearchIndex}. This package must not know a database, a page, or what
 * is done with a hit.
 */
@NullMarked
package id.pendopo.knowledge.search;

import org.jspecify.annotations.NullMarked;
