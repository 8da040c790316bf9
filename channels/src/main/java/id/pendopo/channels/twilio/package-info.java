/**
 * What all of Twilio's lines have in common: how webhooks are signed and coded, what reports and files say, how a message is
 * sent. The entry type is
 * {@link id.pendopo.channels.twilio.TwilioWebhook}. This package must not know any line, nor what a webhook is about.
 */
@NullMarked
package id.pendopo.channels.twilio;

import org.jspecify.annotations.NullMarked;
