/**
 * Dialogues on the screen of a telephone without internet (USSD), by gateways that speak HTTP as Africa's Talking does: each
 * request is a hop of a session, and its response is the next screen. The entry type is
 * {@link id.pendopo.channels.ussd.UssdAdapter}. This package must not know any other line, nor where messages are stored.
 */
@NullMarked
package id.pendopo.channels.ussd;

import org.jspecify.annotations.NullMarked;
