/**
 * Example questions for articles that came as a bare list: the editors' page that asks for some and shows what they bring. Everything
 * starts at {@link id.pendopo.knowledge.examples.ExamplesPage}. This package must not know files, citizens, or how a text is
 * published.
 */
@NullMarked
package id.pendopo.knowledge.examples;

import org.jspecify.annotations.NullMarked;
