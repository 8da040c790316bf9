/**
 * Electronic mail by IMAP and SMTP: takes letters in from folders of a mailbox, answers none that a machine wrote, and sends
 * replies that clients show in the same thread. The entry type is {@link id.pendopo.channels.email.EmailAdapter}. This
 * package must not know any other line, nor where messages are stored.
 */
@NullMarked
package id.pendopo.channels.email;

import org.jspecify.annotations.NullMarked;
