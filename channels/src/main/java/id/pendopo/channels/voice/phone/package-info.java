/**
 * A telephone without a network, for the demonstration and for tests: calls the desk as Twilio would, with signed
 * webhooks, and hears what it answers. The entry types are {@link id.pendopo.channels.voice.phone.PhonePage} and
 * {@link id.pendopo.channels.voice.phone.PhoneCall}. This package must not know what is said in a call, nor where it
 * is stored.
 */
@NullMarked
package id.pendopo.channels.voice.phone;

import org.jspecify.annotations.NullMarked;
