/**
 * The download endpoint of files, for whoever holds a signed link. The entry type is {@link
 * id.pendopo.channels.attachments.api.AttachmentController}. This package must not know a table, nor who made the
 * link.
 */
@NullMarked
package id.pendopo.channels.attachments.api;

import org.jspecify.annotations.NullMarked;
