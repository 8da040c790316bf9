/**
 * The operator's limits: numbers that are changed live, what each line may cost on a day, and to which countries it writes.
 * The entry types are {@link id.pendopo.channels.gateway.limits.StoredLimits} and {@link
 * id.pendopo.channels.gateway.limits.Spending}. This package must not know what a limit is for, nor any one provider.
 */
@NullMarked
package id.pendopo.channels.gateway.limits;

import org.jspecify.annotations.NullMarked;
