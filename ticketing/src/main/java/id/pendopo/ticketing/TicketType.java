package id.pendopo.ticketing;

/** The type of a ticket: what a citizen brings; each type has its own clock. */
public enum TicketType {
    COMPLAINT,
    INFORMATION_REQUEST,
    ASPIRATION
}
