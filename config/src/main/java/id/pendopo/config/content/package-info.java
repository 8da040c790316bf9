/**
 * The office's own content as files of a folder: out of the desk and into it. The entry type is
 * {@link id.pendopo.config.content.ContentTransfer}. This package must not know what stands in the files.
 */
@NullMarked
package id.pendopo.config.content;

import org.jspecify.annotations.NullMarked;
