/**
 * The web chat as a channel: its adapter, its accounts, and the messages and failures that its page, its API and its
 * streams have in common. The entry type is {@link id.pendopo.channels.web.WebAdapter}. This package must not know an
 * HTTP request, any other channel, nor who decides what is said.
 */
@NullMarked
package id.pendopo.channels.web;

import org.jspecify.annotations.NullMarked;
