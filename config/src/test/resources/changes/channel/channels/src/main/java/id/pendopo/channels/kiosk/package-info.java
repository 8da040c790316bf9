/**
 * A kiosk in an office's hall: it posts what a visitor typed as JSON and shows what the response says. The entry type is
 * {@link id.pendopo.channels.kiosk.KioskAdapter}. This package must not know any other channel, nor who decides what is
 * said.
 */
@NullMarked
package id.pendopo.channels.kiosk;

import org.jspecify.annotations.NullMarked;
