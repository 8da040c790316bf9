/**
 * Files that citizens sent, kept without what they did not mean to tell, and shown by short-lived links alone. The entry
 * type is {@link id.pendopo.channels.attachments.StoredAttachments}. This package must not know on which line a file
 * came, nor who may look at it.
 */
@NullMarked
package id.pendopo.channels.attachments;

import org.jspecify.annotations.NullMarked;
