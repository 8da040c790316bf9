/**
 * WhatsApp by Twilio: reads its webhooks, sends texts by REST. The entry type is
 * {@link id.pendopo.channels.twiliowhatsapp.TwilioWhatsAppAdapter}. This package must not know any other line, nor where
 * messages are stored.
 */
@NullMarked
package id.pendopo.channels.twiliowhatsapp;

import org.jspecify.annotations.NullMarked;
