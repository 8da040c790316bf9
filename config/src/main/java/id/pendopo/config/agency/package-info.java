/**
 * How the agency names itself and where people without internet reach it, as an administrator last said. The entry type
 * is {@link id.pendopo.config.agency.AgencySettings}. It must not know pages or lines of communication.
 */
@NullMarked
package id.pendopo.config.agency;

import org.jspecify.annotations.NullMarked;
