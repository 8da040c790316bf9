/**
 * Telegram's bots: reads updates, by webhook or by asking, and sends by the Bot API. The entry type is
 * {@link id.pendopo.channels.telegram.TelegramAdapter}. This package must not know any other line, nor where messages are
 * stored.
 */
@NullMarked
package id.pendopo.channels.telegram;

import org.jspecify.annotations.NullMarked;
