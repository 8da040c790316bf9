/**
 * The bounds of connections, tried with real sockets on the loopback. The entry type is
 * {@link id.pendopo.config.server.SlowSenders}, which plays the attackers. Nothing but the loopback is spoken to.
 */
@NullMarked
package id.pendopo.config.server;

import org.jspecify.annotations.NullMarked;
