package id.pendopo.ticketing;

/** The resolution of a closed ticket, honestly. */
public enum Outcome {
    FIXED,
    EXPLAINED,
    NOT_OUR_DUTY,
    REFUSED,
    DUPLICATE,
    NO_REPLY
}
