package id.pendopo.ticketing.clocks;

import id.pendopo.ticketing.Ticket.LegalBasis;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.alarm.EmergencyProperties;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.Unit;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The service level of a ticket, until when a citizen should have an answer and why: the unit's own service promise
 * ({@code janji layanan}), or, in an emergency, the desk's clock in minutes.
 */
@Component
public class Deadlines {

    private final Catalogue catalogue;
    private final WorkingCalendar calendar;
    private final EmergencyProperties emergencies;

    Deadlines(Catalogue catalogue, WorkingCalendar calendar, EmergencyProperties emergencies) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.emergencies = emergencies;
    }

    /** @throws IllegalArgumentException the unit is unknown */
    public Instant due(String unit, TicketType type, boolean urgent, Instant from) {
        return urgent ? from.plus(emergencies.clock()) : calendar.plusWorkingDays(unit, from, of(unit).days(type));
    }

    /**
     * Why a deadline set now is what it is.
     *
     * @throws IllegalArgumentException the unit is unknown
     */
    public LegalBasis basis(String unit, TicketType type, boolean urgent) {
        return urgent
                ? new LegalBasis.EmergencyClock(emergencies.clock().toMinutes())
                : new LegalBasis.ServicePromise(unit, of(unit).days(type));
    }

    private Unit of(String unit) {
        return catalogue
                .unit(unit)
                .orElseThrow(() -> new IllegalArgumentException("there is no unit \"" + unit + "\""));
    }
}
