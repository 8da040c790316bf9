/**
 * The REST API of people and keys for other programs. The entry type is {@link id.pendopo.config.api.PeopleApi}. This package
 * must not know how accounts and keys are stored, nor pages or sessions.
 */
@NullMarked
package id.pendopo.config.api;

import org.jspecify.annotations.NullMarked;
