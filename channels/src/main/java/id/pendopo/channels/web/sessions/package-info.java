/**
 * Sessions of the web chat: who may read and write which chat, proved by a bearer token or a cookie. The entry type is
 * {@link id.pendopo.channels.web.sessions.ChatSessions}. This package must not know what is said in a chat.
 */
@NullMarked
package id.pendopo.channels.web.sessions;

import org.jspecify.annotations.NullMarked;
