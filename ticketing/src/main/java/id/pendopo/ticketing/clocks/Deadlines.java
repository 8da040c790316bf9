package id.pendopo.ticketing.clocks;

import id.pendopo.ticketing.Ticket.LegalBasis;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.alarm.EmergencyProperties;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.CategoryRecords;
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

    /**
     * What is promised an answer.
     *
     * @param unit the one that works it, whether or not the category is usually its own
     */
    public record Matter(String category, String unit, TicketType type, boolean urgent) {}

    /** @throws IllegalArgumentException the unit is unknown */
    public Instant due(Matter matter, Instant from) {
        return matter.urgent()
                ? from.plus(emergencies.clock())
                : calendar.plusWorkingDays(matter.unit(), from, days(matter));
    }

    /**
     * Working days: the category's own promise where its unit works a ticket of its type, else the unit's.
     *
     * @throws IllegalArgumentException the unit is unknown
     */
    public int days(Matter matter) {
        Unit unit = of(matter.unit());
        return catalogue
                .category(matter.category())
                .filter(known -> known.category().unit().equals(matter.unit())
                        && known.category().type() == matter.type())
                .flatMap(CategoryRecords.Entry::promise)
                .orElseGet(() -> unit.days(matter.type()));
    }

    /**
     * Why a deadline set now is what it is.
     *
     * @throws IllegalArgumentException the unit is unknown
     */
    public LegalBasis basis(Matter matter) {
        return matter.urgent()
                ? new LegalBasis.EmergencyClock(emergencies.clock().toMinutes())
                : new LegalBasis.ServicePromise(matter.unit(), days(matter));
    }

    private Unit of(String unit) {
        return catalogue
                .unit(unit)
                .orElseThrow(() -> new IllegalArgumentException("there is no unit \"" + unit + "\""));
    }
}
