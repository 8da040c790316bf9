/**
 * Question answering over the published articles: search, judge, and word the answer. The entry type is
 * {@link id.pendopo.knowledge.answering.LiveKnowledge}. This package must not know a page, an editor, or who asks.
 */
@NullMarked
package id.pendopo.knowledge.answering;

import org.jspecify.annotations.NullMarked;
