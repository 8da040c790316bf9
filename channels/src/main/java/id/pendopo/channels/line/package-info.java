/**
 * LINE by the Messaging API: reads its webhooks, answers by reply tokens, which cost nothing, and pushes what comes later.
 * The entry type is {@link id.pendopo.channels.line.LineAdapter}. This package must not know any other line, nor where
 * messages are stored.
 */
@NullMarked
package id.pendopo.channels.line;

import org.jspecify.annotations.NullMarked;
