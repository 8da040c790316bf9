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
 * @param contact where citizens find it
 * @param active whether it gets new tickets; one that is switched off keeps its name in old ones
 */
public record Unit(
        String key,
        Names names,
        ZoneId zone,
        List<Shift> shifts,
        Map<TicketType, Integer> promises,
        Contact contact,
        boolean active) {

    /**
     * Where an office is found.
     *
     * @param address as on a letter, at most 200 characters; empty: it was not given
     * @param phone as it is dialled, at most 40 characters; empty: it was not given
     */
    public record Contact(String address, String phone) {

        static final Contact NONE = new Contact("", "");

        public Contact {
            if (address.length() > 200 || !isPhone(phone)) {
                throw new IllegalArgumentException("an address of at most 200 characters, a number in digits");
            }
        }

        public static boolean isPhone(String typed) {
            return typed.matches("(?:[+]?[0-9][0-9 ().,/-]{2,38})?");
        }
    }

    /** A unit that works, and of which nobody said where it is. */
    public Unit(String key, Names names, ZoneId zone, List<Shift> shifts, Map<TicketType, Integer> promises) {
        this(key, names, zone, shifts, promises, Contact.NONE, true);
    }

    /** Whether a unit or a category may be called so for good: it stands in addresses, files and old tickets. */
    public static boolean isKey(String typed) {
        return typed.matches("[a-z0-9-]{1,40}");
    }

    public Unit {
        if (!isKey(key)) {
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
