/**
 * Reply windows and what opens them again: the values that a channel adapter and the outbox exchange about them. The entry
 * type is {@link id.pendopo.channels.adapter.window.ReplyWindow}. This package must not know any provider, nor where anything
 * is stored.
 */
@NullMarked
package id.pendopo.channels.adapter.window;

import org.jspecify.annotations.NullMarked;
