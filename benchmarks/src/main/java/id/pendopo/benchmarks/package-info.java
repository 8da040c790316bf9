/**
 * Whole-process measurements. The entry type is {@link id.pendopo.benchmarks.Bench}. This package knows the desk only from
 * outside, by HTTP, and its database by its settings.
 */
@NullMarked
package id.pendopo.benchmarks;

import org.jspecify.annotations.NullMarked;
