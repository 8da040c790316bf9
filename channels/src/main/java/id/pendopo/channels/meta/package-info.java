/**
 * Meta's Graph interface and its webhooks, as WhatsApp, Messenger and Instagram share them: the handshake, the signature over
 * the raw bytes, what errors mean; and the conversations of the Messenger Platform, which Messenger and Instagram share. The
 * entry types are {@link id.pendopo.channels.meta.MetaWebhook}, {@link id.pendopo.channels.meta.MetaGraph} and
 * {@link id.pendopo.channels.meta.Messaging}. This package must not know any one app.
 */
@NullMarked
package id.pendopo.channels.meta;

import org.jspecify.annotations.NullMarked;
