/**
 * WhatsApp by Meta's Cloud API: reads its webhooks, sends texts, buttons and lists, marks messages as read. The entry type is
 * {@link id.pendopo.channels.whatsapp.WhatsAppCloudAdapter}. This package must not know any other line, nor where messages
 * are stored.
 */
@NullMarked
package id.pendopo.channels.whatsapp;

import org.jspecify.annotations.NullMarked;
