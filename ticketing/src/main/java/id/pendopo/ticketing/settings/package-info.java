/**
 * What an office sets of its units and categories: read from a form or a call, checked, stored and audited in one
 * transaction. The entry types are {@link id.pendopo.ticketing.settings.UnitSettings} and {@link
 * id.pendopo.ticketing.settings.CategorySettings}. It must not know pages or JSON.
 */
@NullMarked
package id.pendopo.ticketing.settings;

import org.jspecify.annotations.NullMarked;
