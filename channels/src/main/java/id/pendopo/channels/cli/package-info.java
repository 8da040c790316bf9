/**
 * This module's commands, for a person at a terminal. The entry type is {@link id.pendopo.channels.cli.Normalize}. This
 * package must not know a database, a web server or any one provider.
 */
@NullMarked
package id.pendopo.channels.cli;

import org.jspecify.annotations.NullMarked;
