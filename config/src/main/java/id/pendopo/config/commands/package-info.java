/**
 * What the launcher can be told to do. The entry type is {@link id.pendopo.config.commands.Commands}. This package must not
 * know how a module does what its command asks, or which class the application begins with.
 */
@NullMarked
package id.pendopo.config.commands;

import org.jspecify.annotations.NullMarked;
