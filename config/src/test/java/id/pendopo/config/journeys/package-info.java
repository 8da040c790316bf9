/**
 * Journeys through the whole house over real HTTP. The entry type is {@link id.pendopo.config.journeys.DeskProcess}. These
 * tests know the desk only from outside.
 */
@NullMarked
package id.pendopo.config.journeys;

import org.jspecify.annotations.NullMarked;
