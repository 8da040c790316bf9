/**
 * Text messages by any gateway that speaks HTTP, described by configuration alone: where the fields of a message stand, what
 * is sent where, and how reports look. The entry type is {@link id.pendopo.channels.httpsms.HttpSmsAdapter}. This package
 * must not know any one gateway, any other line, nor where messages are stored.
 */
@NullMarked
package id.pendopo.channels.httpsms;

import org.jspecify.annotations.NullMarked;
