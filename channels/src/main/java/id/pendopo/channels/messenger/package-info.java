/**
 * Messenger for pages of Facebook: what sets it apart on the Messenger Platform. The entry type is
 * {@link id.pendopo.channels.messenger.MessengerAdapter}. This package must not know any other line, nor where messages are
 * stored.
 */
@NullMarked
package id.pendopo.channels.messenger;

import org.jspecify.annotations.NullMarked;
