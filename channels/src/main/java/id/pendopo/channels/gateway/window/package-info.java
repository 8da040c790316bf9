/**
 * Reply windows as the desk keeps them: which way a message to somebody who has been silent goes, by free words, by an approved
 * template or by text message, and the templates that providers told of. The entry type is
 * {@link id.pendopo.channels.gateway.window.ReplyWindows}. This package must not know any one provider, nor the rows of messages.
 */
@NullMarked
package id.pendopo.channels.gateway.window;

import org.jspecify.annotations.NullMarked;
