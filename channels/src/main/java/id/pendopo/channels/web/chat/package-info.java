/**
 * The chat page, the chat API for programs and the widget, and what both allow: rate limits, origins (CORS), problems.
 * The entry types are {@link id.pendopo.channels.web.chat.ChatController} and {@link
 * id.pendopo.channels.web.chat.ChatPage}. This package must not know a table, any other channel, nor who decides what
 * is said.
 */
@NullMarked
package id.pendopo.channels.web.chat;

import org.jspecify.annotations.NullMarked;
