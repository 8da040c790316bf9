/**
 * The public help centre: articles, their search, and what visitors say about them. Everything starts at
 * {@link id.pendopo.knowledge.help.HelpController}. This package must not know drafts, editors or a database.
 */
@NullMarked
package id.pendopo.knowledge.help;

import org.jspecify.annotations.NullMarked;
