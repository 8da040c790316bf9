package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.TicketCode;
import java.util.Set;

/**
 * The need-to-know of whoever looks: which confidential tickets they are cleared for. Being an agent, a supervisor or an
 * administrator clears nobody.
 *
 * @param named categories that name this one
 * @param guarded units whose confidential tickets this one reads, of categories that name nobody
 * @param trusting categories that name anybody
 * @param opened tickets, by their row, that are open to this one by break-glass now
 * @param unattended emergencies for which nobody on duty could be reached: life comes first
 */
public record Clearance(
        Set<String> named, Set<String> guarded, Set<String> trusting, Set<Long> opened, Set<TicketCode> unattended) {

    /** Cleared for nothing. */
    static final Clearance NONE = new Clearance(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Clearance {
        named = Set.copyOf(named);
        guarded = Set.copyOf(guarded);
        trusting = Set.copyOf(trusting);
        opened = Set.copyOf(opened);
        unattended = Set.copyOf(unattended);
    }
}
