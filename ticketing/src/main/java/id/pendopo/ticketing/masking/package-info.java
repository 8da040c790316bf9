/**
 * Masks numbers that name somebody wherever a ticket's words are listed, searched, exported or shown before somebody asked
 * for them. The entry type is {@link id.pendopo.ticketing.masking.MaskedTexts}. It must not know who may see them, nor
 * what becomes of a ticket.
 */
@NullMarked
package id.pendopo.ticketing.masking;

import org.jspecify.annotations.NullMarked;
