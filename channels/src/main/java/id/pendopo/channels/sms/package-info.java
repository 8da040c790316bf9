/**
 * Text messages by Twilio: reads its webhooks, answers in their response, and sends by its REST interface. The entry type
 * is {@link id.pendopo.channels.sms.TwilioSmsAdapter}. This package must not know any other line, nor where messages are
 * stored.
 */
@NullMarked
package id.pendopo.channels.sms;

import org.jspecify.annotations.NullMarked;
