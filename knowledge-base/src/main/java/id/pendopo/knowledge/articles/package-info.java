/**
 * Articles as they are written in files and kept in the database, with every version they ever had. The entry type is
 * {@link id.pendopo.knowledge.articles.Articles}. This package must not know how an article is found or shown.
 */
@NullMarked
package id.pendopo.knowledge.articles;

import org.jspecify.annotations.NullMarked;
