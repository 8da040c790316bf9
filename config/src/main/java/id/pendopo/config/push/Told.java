package id.pendopo.config.push;

import id.pendopo.ticketing.TicketCode;
import java.time.Instant;

/**
 * One device that is told of one ring; written as the name of its task.
 *
 * @param until when whoever is rung next is rung, in whole seconds
 */
record Told(long device, TicketCode ticket, Instant until) {

    private static final String BETWEEN = "/";

    static Told read(String task) {
        String[] parts = task.split(BETWEEN);
        return new Told(
                Long.parseLong(parts[0]), new TicketCode(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[2])));
    }

    String task() {
        return device + BETWEEN + ticket.digits() + BETWEEN + until.getEpochSecond();
    }
}
