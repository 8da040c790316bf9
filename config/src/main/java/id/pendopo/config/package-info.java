/**
 * The application: main class, settings and what every page shares. The entry type is {@link id.pendopo.config.Pendopo}.
 * Nothing may depend on this module.
 */
@NullMarked
package id.pendopo.config;

import org.jspecify.annotations.NullMarked;
