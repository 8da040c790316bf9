/**
 * Relevance feedback, stored for editors: which articles helped, which questions had no answer, which article answered them
 * after all. The entry types are {@link id.pendopo.knowledge.feedback.Opinions},
 * {@link id.pendopo.knowledge.feedback.UnansweredRows} and {@link id.pendopo.knowledge.feedback.PickedRows}, which alone know
 * these tables. This package must not know a page, the search, or how an article is edited.
 */
@NullMarked
package id.pendopo.knowledge.feedback;

import org.jspecify.annotations.NullMarked;
