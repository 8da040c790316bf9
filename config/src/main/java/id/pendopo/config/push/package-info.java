/**
 * Web Push (RFC 8030): tells the browsers of people on duty of an emergency, while a ring of ticketing's alarm lasts. The entry
 * type is {@link id.pendopo.config.push.AlarmPush}. This package must not know whom to ring, nor put into a message what
 * a citizen said.
 */
@NullMarked
package id.pendopo.config.push;

import org.jspecify.annotations.NullMarked;
