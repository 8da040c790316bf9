/**
 * What the HTTP server bears from strangers: how many connections, how many of one network, how long a request may take to
 * come in. The entry type is {@link id.pendopo.config.server.ServerConfiguration}. It knows nothing of what is said inside
 * a request.
 */
@NullMarked
package id.pendopo.config.server;

import org.jspecify.annotations.NullMarked;
