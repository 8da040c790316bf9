package id.pendopo.ticketing;

/** How a ticket was closed, honestly. */
public enum Outcome {
    FIXED,
    EXPLAINED,
    NOT_OUR_DUTY,
    REFUSED,
    DUPLICATE,
    NO_REPLY
}
