/**
 * Periodic work that one node does at a time: it runs the recurring tasks that modules declare as beans, and shows them at
 * {@code /admin/jobs}. The entry type is {@link id.pendopo.config.jobs.Jobs}. This package must not know what a job does.
 */
@NullMarked
package id.pendopo.config.jobs;

import org.jspecify.annotations.NullMarked;
