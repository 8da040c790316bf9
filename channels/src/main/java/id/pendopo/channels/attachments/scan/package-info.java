/**
 * An optional virus scan of files, by a clamd of the office. The entry type is
 * {@link id.pendopo.channels.attachments.scan.VirusScanner}. This package must not know whose a file is, nor where it is kept.
 */
@NullMarked
package id.pendopo.channels.attachments.scan;

import org.jspecify.annotations.NullMarked;
