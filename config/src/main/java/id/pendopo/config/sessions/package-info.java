/**
 * HTTP sessions in the database, so that any node knows its visitors and nobody is logged out when one dies. The entry type
 * is {@link id.pendopo.config.sessions.SessionConfiguration}. This package must not know what the modules keep in a session:
 * they keep texts.
 */
@NullMarked
package id.pendopo.config.sessions;

import org.jspecify.annotations.NullMarked;
