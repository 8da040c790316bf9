/**
 * Calls by Twilio: reads its webhooks and answers each with what is said and asked next. The entry type is
 * {@link id.pendopo.channels.voice.TwilioVoiceAdapter}. This package must not know any other line, nor where messages are
 * stored.
 */
@NullMarked
package id.pendopo.channels.voice;

import org.jspecify.annotations.NullMarked;
