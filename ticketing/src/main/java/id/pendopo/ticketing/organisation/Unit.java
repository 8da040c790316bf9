package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.calendar.Shift;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An organisational unit: an office that works tickets.
 *
 * @param key {@code dinas-pupr}, permanent
 * @param shifts when somebody is there, in the unit's own time
 * @param promises working days until an answer, by type: the unit's own word to citizens; a type that it has given none
 *     for waits as long as its slowest
 */
public record Unit(String key, Names names, ZoneId zone, List<Shift> shifts, Map<TicketType, Integer> promises) {

    public Unit {
        if (!key.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("a unit's key has lower-case letters, digits and hyphens");
        }
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("unit " + key + " is never there: it needs a shift");
        }
        if (promises.isEmpty() || Collections.min(promises.values()) < 1) {
            throw new IllegalArgumentException("unit " + key + " promises nothing: it needs a working day at least");
        }
        shifts = shifts.stream()
                .sorted(Comparator.comparing(Shift::weekday).thenComparing(Shift::starts))
                .toList();
        promises = Map.copyOf(promises);
    }

    /** Working days until an answer to a ticket of this type. */
    public int days(TicketType type) {
        return promises.getOrDefault(type, Collections.max(promises.values()));
    }

    public String name(Locale language) {
        return names.in(language);
    }
}
