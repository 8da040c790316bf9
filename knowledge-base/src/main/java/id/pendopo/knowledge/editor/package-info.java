/**
 * The editors' desk: articles are written, read over by somebody else, published, compared and taken back. Everything starts
 * at {@link id.pendopo.knowledge.editor.ArticlesPage}. Nothing here serves citizens.
 */
@NullMarked
package id.pendopo.knowledge.editor;

import org.jspecify.annotations.NullMarked;
