package id.pendopo.ticketing.settings;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.calendar.Shift;
import id.pendopo.ticketing.organisation.Unit;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A unit as somebody typed it, in a form or a call.
 *
 * @param names by language tag, blank ones left out
 * @param hours by weekday, as {@link OpeningHours} are written; a day that is left out is closed
 * @param promises working days by type
 */
public record UnitWish(
        String key,
        Map<String, String> names,
        String zone,
        Map<DayOfWeek, String> hours,
        Map<TicketType, String> promises,
        String address,
        String phone,
        boolean active) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 200;
    private static final int MOST_DAYS = 90;

    public UnitWish {
        names = Map.copyOf(names);
        hours = Map.copyOf(hours);
        promises = Map.copyOf(promises);
        address = address.strip();
        phone = phone.strip();
    }

    /** A unit as it is. */
    public static UnitWish of(Unit unit) {
        return new UnitWish(
                unit.key(),
                unit.names().texts(),
                unit.zone().getId(),
                OpeningHours.written(unit.shifts()),
                Arrays.stream(TicketType.values())
                        .collect(Collectors.toMap(Function.identity(), type -> String.valueOf(unit.days(type)))),
                unit.contact().address(),
                unit.contact().phone(),
                unit.active());
    }

    /** What is wrong with it, in the order of the form; empty when it can be a unit. */
    List<Fault> faults(String mainLanguage) {
        List<Fault> faults = new ArrayList<>();
        if (!Unit.isKey(key)) {
            faults.add(Fault.of("key", "key"));
        }
        namesFault(names, mainLanguage, faults);
        if (!isZone(zone)) {
            faults.add(Fault.of("zone", "zone"));
        }
        if (address.length() > LONGEST_ADDRESS) {
            faults.add(Fault.of("address", "address"));
        }
        if (!Unit.Contact.isPhone(phone)) {
            faults.add(Fault.of("phone", "phone"));
        }
        hoursFaults(faults);
        for (TicketType type : TicketType.values()) {
            if (!isDays(promises.getOrDefault(type, ""))) {
                faults.add(Fault.of("promises-" + type, "promise"));
            }
        }
        return faults;
    }

    static void namesFault(Map<String, String> names, String mainLanguage, List<Fault> faults) {
        if (!names.containsKey(mainLanguage)) {
            faults.add(Fault.of("name." + mainLanguage, "name"));
        }
        names.forEach((language, name) -> {
            if (!Names.isTag(language) || name.isBlank() || name.length() > LONGEST_NAME) {
                faults.add(Fault.of("name." + language, "name.long"));
            }
        });
    }

    private void hoursFaults(List<Fault> faults) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (OpeningHours.of(day, hours.getOrDefault(day, "")).isEmpty()) {
                faults.add(Fault.of("hours-" + day, "hours"));
            }
        }
        if (hours.values().stream().allMatch(String::isBlank)) {
            faults.add(Fault.of("hours-" + DayOfWeek.MONDAY, "hours.none"));
        }
    }

    static boolean isDays(String typed) {
        return typed.matches("[0-9]{1,2}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= MOST_DAYS;
    }

    private static boolean isZone(String typed) {
        try {
            ZoneId.of(typed);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    /** The unit, when nothing is wrong. */
    Unit unit(String mainLanguage) {
        List<Shift> shifts = new ArrayList<>();
        hours.forEach((day, typed) -> shifts.addAll(OpeningHours.of(day, typed).orElseThrow()));
        Map<TicketType, Integer> days = new EnumMap<>(TicketType.class);
        promises.forEach((type, typed) -> days.put(type, Integer.valueOf(typed)));
        return new Unit(
                key,
                new Names(mainLanguage, names),
                ZoneId.of(zone),
                shifts,
                days,
                new Unit.Contact(address, phone),
                active);
    }
}
