/**
 * The message flows (Spring Integration) that lead from a webhook or a poll to the conversation and from the outbox to
 * a provider. The entry type is {@link id.pendopo.channels.gateway.MessageFlows}. This package must not know any one
 * provider, nor what a message is about.
 */
@NullMarked
package id.pendopo.channels.gateway;

import org.jspecify.annotations.NullMarked;
