/**
 * Encryption at rest of what the desk must be able to read again, such as the secret of somebody's second factor. The entry
 * type is {@link id.pendopo.config.secrets.Encryption}. This package must not know what it encrypts, nor in which table that stands.
 */
@NullMarked
package id.pendopo.config.secrets;

import org.jspecify.annotations.NullMarked;
