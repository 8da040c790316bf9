/**
 * Server-sent events of the web chat: what is said reaches open pages at once, after the last event that they saw. The
 * entry type is {@link id.pendopo.channels.web.streams.Streams}. This package must not know a page, nor what citizens
 * write.
 */
@NullMarked
package id.pendopo.channels.web.streams;

import org.jspecify.annotations.NullMarked;
