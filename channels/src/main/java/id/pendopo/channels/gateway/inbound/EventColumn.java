package id.pendopo.channels.gateway.inbound;

/** What an inbound row is, in its column {@code event}, if it is not a message of its own. */
enum EventColumn {
    /** An edited or withdrawn message, or a further file of an earlier one. */
    CHANGED,
    REPORT,
    ADDRESS
}
