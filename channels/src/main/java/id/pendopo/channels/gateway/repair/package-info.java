/**
 * What mends after crashes and clock changes: turns whose response may be lost, and times that a clock set back has
 * moved far away. The entry type is {@link id.pendopo.channels.gateway.repair.UndeliveredResponses}. This package must
 * not know how a message is sent, nor any one provider.
 */
@NullMarked
package id.pendopo.channels.gateway.repair;

import org.jspecify.annotations.NullMarked;
