/**
 * The editors' pages on what citizens asked in vain: unanswered questions in clusters of like meaning, and articles that were
 * picked for them. Everything starts at {@link id.pendopo.knowledge.gaps.GapsPage}. This package must not know how questions
 * are stored, or how one is answered.
 */
@NullMarked
package id.pendopo.knowledge.gaps;

import org.jspecify.annotations.NullMarked;
