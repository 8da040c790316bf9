/**
 * The administration's pages of the office as a whole: how the agency names itself, and what is left to do before the
 * desk serves its first citizen. The entry type is {@link id.pendopo.config.office.AgencyPage}. It must not know how
 * settings are stored.
 */
@NullMarked
package id.pendopo.config.office;

import org.jspecify.annotations.NullMarked;
