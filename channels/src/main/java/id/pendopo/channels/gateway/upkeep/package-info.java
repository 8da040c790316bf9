/**
 * The retention job: forgets each day what is old enough, by rules that stand beside the tables they are about. The
 * entry type is {@link id.pendopo.channels.gateway.upkeep.Retention}. This package must not know any table by name.
 */
@NullMarked
package id.pendopo.channels.gateway.upkeep;

import org.jspecify.annotations.NullMarked;
