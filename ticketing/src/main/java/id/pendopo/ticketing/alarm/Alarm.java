package id.pendopo.ticketing.alarm;

import id.pendopo.ticketing.Alarms.Standing;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCode;
import java.util.Optional;

/**
 * An alarm as stored.
 *
 * @param rung how many were rung so far, one after the other
 * @param step its version
 */
record Alarm(TicketCode code, Danger danger, Standing standing, int rung, long step, Optional<Taken> taken) {

    /**
     * Who takes care of it.
     *
     * @param login of an agent who took it at the desk
     */
    record Taken(String by, Optional<String> login, Means means) {

        @Override
        public String toString() {
            return "Taken[" + means + "]";
        }
    }
}
