/**
 * The administration's pages of limits: what each is, how much of it is used now, and forms to change it. The entry type is
 * {@link id.pendopo.channels.gateway.limits.pages.LimitsPage}. This package must not know what a limit is for, nor how it is
 * stored.
 */
@NullMarked
package id.pendopo.channels.gateway.limits.pages;

import org.jspecify.annotations.NullMarked;
