/**
 * The administration's pages of channel accounts: how each fares, and forms to add, change, switch and test them. The entry
 * type is {@link id.pendopo.channels.gateway.health.pages.ChannelsPage}. This package must not know a kind, nor how accounts
 * are stored.
 */
@NullMarked
package id.pendopo.channels.gateway.health.pages;

import org.jspecify.annotations.NullMarked;
