/**
 * Meta's Graph interface and its webhooks, as WhatsApp, Messenger and Instagram share them: the handshake, the signature over
 * the raw bytes, and what errors mean. The entry types are {@link id.pendopo.channels.meta.MetaWebhook} and
 * {@link id.pendopo.channels.meta.MetaGraph}. This package must not know any one app.
 */
@NullMarked
package id.pendopo.channels.meta;

import org.jspecify.annotations.NullMarked;
