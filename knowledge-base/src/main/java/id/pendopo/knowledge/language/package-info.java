/**
 * What Apache OpenNLP learns from lines of text: the language of a message, and labels that others teach. The entry type
 * is {@link id.pendopo.knowledge.language.DoccatClassifier}. This package must not know articles, or what a label means.
 */
@NullMarked
package id.pendopo.knowledge.language;

import org.jspecify.annotations.NullMarked;
