/**
 * Rate limits of the forms that anybody may send, by network and by visitor. The entry type is
 * {@link id.pendopo.config.pace.FormPace}, which the leaves ask through {@link id.pendopo.ui.VisitorPace}. This package must
 * not know what the forms hold.
 */
@NullMarked
package id.pendopo.config.pace;

import org.jspecify.annotations.NullMarked;
