/**
 * Fitting of the search's weights: how much each likeness counts in the ranking and each sign in the gate, learned from examples. The
 * entry type is {@link id.pendopo.knowledge.fitting.EmbedderFit}. This package must not know a database, a page, or the
 * corpus that the shipped weights are fitted on.
 */
@NullMarked
package id.pendopo.knowledge.fitting;

import org.jspecify.annotations.NullMarked;
