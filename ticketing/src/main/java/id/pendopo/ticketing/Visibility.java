package id.pendopo.ticketing;

/** The visibility (confidentiality) of a ticket: who learns who reported. */
public enum Visibility {
    /** The case may be published, the name with consent. */
    PUBLIC,
    /** The case may be published, the name is known to the desk alone. */
    NAME_HIDDEN,
    /** Nothing is published. */
    CONFIDENTIAL,
    /** Nobody knows the name; the receipt has 16 digits. */
    ANONYMOUS
}
