/**
 * What all of Twilio's webhooks have in common: how they are signed and coded. The entry type is
 * {@link id.pendopo.channels.twilio.TwilioWebhook}. This package must not know any line, nor what a webhook is about.
 */
@NullMarked
package id.pendopo.channels.twilio;

import org.jspecify.annotations.NullMarked;
