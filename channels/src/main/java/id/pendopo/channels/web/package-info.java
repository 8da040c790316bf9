/**
 * The desk's own web chat: the page, the API for programs and the widget, and the live stream of answers. The entry
 * types are {@link id.pendopo.channels.web.ChatController} and {@link id.pendopo.channels.web.ChatPage}. This package
 * must not know who decides what is said, nor any other line.
 */
@NullMarked
package id.pendopo.channels.web;

import org.jspecify.annotations.NullMarked;
