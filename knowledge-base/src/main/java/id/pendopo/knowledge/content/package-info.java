/**
 * Articles as files of a folder that is laid out as a country pack, for whoever runs the server. Everything starts at
 * {@link id.pendopo.knowledge.content.ArticleContent}. This package must not know how an article is edited, found or shown.
 */
@NullMarked
package id.pendopo.knowledge.content;

import org.jspecify.annotations.NullMarked;
