/**
 * UI kit: what the pages of every module share, so that they look and speak as one. The entry type is
 * {@link id.pendopo.ui.Layout}, the contract between a page and its frame; beside it stands {@link
 * id.pendopo.ui.CountryPack}, for whoever must look and speak as a country does, and {@link
 * id.pendopo.ui.KeptTables}, for whoever keeps something of people, and {@link id.pendopo.ui.OutsideHosts}, for whoever asks an address that
 * somebody else wrote. This package must not know a business type, nor
 * any other module.
 */
@NullMarked
package id.pendopo.ui;

import org.jspecify.annotations.NullMarked;
