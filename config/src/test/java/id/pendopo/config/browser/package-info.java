/**
 * The pages as people meet them, in a real browser. The entry type is {@link id.pendopo.config.browser.Chromium}. These tests
 * know the desk only by what stands on its pages.
 */
@NullMarked
package id.pendopo.config.browser;

import org.jspecify.annotations.NullMarked;
