/**
 * The webhook endpoint: takes raw requests of providers, limits and verifies them, and answers after the commit. The
 * entry type is {@link id.pendopo.channels.gateway.webhooks.WebhookController}. This package must not know a table,
 * nor any one provider.
 */
@NullMarked
package id.pendopo.channels.gateway.webhooks;

import org.jspecify.annotations.NullMarked;
