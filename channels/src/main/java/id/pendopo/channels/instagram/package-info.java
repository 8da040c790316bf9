/**
 * Instagram's messages: what sets it apart on the Messenger Platform. The entry type is
 * {@link id.pendopo.channels.instagram.InstagramAdapter}. This package must not know any other line, nor where messages are
 * stored.
 */
@NullMarked
package id.pendopo.channels.instagram;

import org.jspecify.annotations.NullMarked;
