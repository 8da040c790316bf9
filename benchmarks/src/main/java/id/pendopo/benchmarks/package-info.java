/**
 * Whole-process measurements. The entry type is {@link id.pendopo.benchmarks.Bench}. Of the desk this package knows
 * what can be seen from outside, by HTTP, its database by its settings, and the search index by its own face.
 */
@NullMarked
package id.pendopo.benchmarks;

import org.jspecify.annotations.NullMarked;
