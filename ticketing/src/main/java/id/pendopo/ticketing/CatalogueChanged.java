package id.pendopo.ticketing;

/**
 * A domain event of one node: units, categories or holidays have changed, here or on another node, and whoever asks the
 * desk for them gets the new ones. Told outside any transaction.
 */
public record CatalogueChanged() {}
