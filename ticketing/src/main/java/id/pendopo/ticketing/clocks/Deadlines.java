package id.pendopo.ticketing.clocks;

import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.Unit;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The service level of a ticket, until when a citizen should have an answer and why: the unit's own service promise
 * ({@code janji layanan}).
 */
@Component
public class Deadlines {

    private final Catalogue catalogue;
    private final WorkingCalendar calendar;
    private final MessageSource messages;

    Deadlines(Catalogue catalogue, WorkingCalendar calendar, MessageSource messages) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** @throws IllegalArgumentException the unit is unknown */
    public Instant due(String unit, TicketType type, Instant from) {
        return calendar.plusWorkingDays(unit, from, days(unit, type));
    }

    /** In the citizen's language, {@code Janji layanan Dinas PUPR: 5 hari kerja}. */
    public String basis(String unit, TicketType type, Locale language) {
        Object[] args = {of(unit).name(language), days(unit, type)};
        return messages.getMessage("ticketing.deadline.promise", args, language);
    }

    private int days(String unit, TicketType type) {
        Integer days = of(unit).promises().get(type);
        if (days == null) {
            throw new IllegalStateException("unit " + unit + " promises nothing for " + type);
        }
        return days;
    }

    private Unit of(String unit) {
        return catalogue
                .unit(unit)
                .orElseThrow(() -> new IllegalArgumentException("there is no unit \"" + unit + "\""));
    }
}
