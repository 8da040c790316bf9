/**
 * The page on which people choose the browsers that tell them of emergencies, and how a log-out knows such a browser. The entry
 * type is {@link id.pendopo.config.push.pages.DevicesPage}. This package must not know how a message is sent.
 */
@NullMarked
package id.pendopo.config.push.pages;

import org.jspecify.annotations.NullMarked;
