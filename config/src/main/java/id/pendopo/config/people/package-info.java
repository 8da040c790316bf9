/**
 * The pages about who works here: people, keys, what administrators changed, and everybody's own account. The entry type is
 * {@link id.pendopo.config.people.PeoplePage}. This package must not know how accounts and keys are stored, nor what an
 * authority unlocks.
 */
@NullMarked
package id.pendopo.config.people;

import org.jspecify.annotations.NullMarked;
