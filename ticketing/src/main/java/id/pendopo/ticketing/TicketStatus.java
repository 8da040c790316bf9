package id.pendopo.ticketing;

/** The status of a ticket: where it stands, as its history says. */
public enum TicketStatus {
    NEW,
    OPEN,
    WAITING_ON_CITIZEN,
    CLOSED,
    CONFIRMED;

    /** Whether somebody at the desk still has to do something. */
    public boolean active() {
        return this == NEW || this == OPEN || this == WAITING_ON_CITIZEN;
    }
}
