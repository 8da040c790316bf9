package id.pendopo.conversation.duty;

import id.pendopo.conversation.facts.FactSources;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCode;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Queries for the desk's alarms, as the conversation reads them. */
@Component
class DutyAlarms implements FactSources.AlarmReader {

    private final Alarms alarms;

    DutyAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public Map<Danger, Alarms.Standing> foreseen(long conversation) {
        return alarms.foreseen(conversation);
    }

    @Override
    public Optional<Alarms.Standing> standing(TicketCode code) {
        return alarms.standing(code);
    }

    @Override
    public Optional<Alarms.Standing> standing(TicketCode code, Alarms.Rung who) {
        return alarms.standing(code, who);
    }
}
