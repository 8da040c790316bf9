package id.pendopo.ticketing;

/**
 * A domain event: an agent gave a ticket to another category, so its words belong to that one. Published synchronously
 * inside the desk's transaction, after the ticket was written.
 *
 * @param ticket as it stands now
 */
public record CategoryCorrected(Ticket ticket) {}
