/**
 * The application: main class, security, layout and settings. The entry type is {@code Pendopo}. Nothing may depend on
 * this module.
 */
@NullMarked
package id.pendopo.config;

import org.jspecify.annotations.NullMarked;
