/**
 * Backup and restore of an installation: one encrypted file with every row of one snapshot and the files of the data folder.
 * The entry types are {@link id.pendopo.config.backup.BackupCommand} and {@link id.pendopo.config.backup.RestoreCommand}.
 * This package must not know a table of any module: what a table needs beyond its rows, its owner says by {@link
 * id.pendopo.ui.RestoreRules}.
 */
@NullMarked
package id.pendopo.config.backup;

import org.jspecify.annotations.NullMarked;
