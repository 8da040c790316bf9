/**
 * The audit log of administration: who changed what, when. The entry type is {@link id.pendopo.config.audit.StoredChanges}. This
 * package must not know what was changed: modules name things and fields by their message keys.
 */
@NullMarked
package id.pendopo.config.audit;

import org.jspecify.annotations.NullMarked;
