package id.pendopo.ticketing;

/** What a citizen brings; each type has its own clock. */
public enum TicketType {
    COMPLAINT,
    INFORMATION_REQUEST,
    ASPIRATION
}
