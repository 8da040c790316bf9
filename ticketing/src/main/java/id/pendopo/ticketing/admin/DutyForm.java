package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.alarm.DutyPerson;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form by which somebody is put on the on-call rota, as it was typed. */
record DutyForm(
        String name,
        String phone,
        boolean sms,
        boolean call,
        Set<Danger> dangers,
        String starts,
        String ends,
        String zone,
        boolean backup,
        String account) {

    static final DutyForm BLANK = new DutyForm("", "", true, true, Set.of(), "", "", "", false, "");

    private static final int LONGEST_NAME = 80;

    /** The fields that are wrong. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            errors.add("name");
        }
        if (!number().matches("\\+\\d{7,15}")) {
            errors.add("phone");
        }
        if (!sms && !call) {
            errors.add("by");
        }
        boolean whole = starts.isBlank() == ends.isBlank();
        if (!whole || !starts.isBlank() && (time(starts).isEmpty() || time(ends).isEmpty() || starts.equals(ends))) {
            errors.add("hours");
        }
        return errors;
    }

    /** As it is dialled, without what people write between the digits. */
    private String number() {
        return phone.replaceAll("[\\s().-]", "");
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    DutyPerson person() {
        Set<Means> by = EnumSet.noneOf(Means.class);
        if (sms) {
            by.add(Means.SMS);
        }
        if (call) {
            by.add(Means.CALL);
        }
        return new DutyPerson(
                0,
                name.strip(),
                number(),
                by,
                dangers,
                time(starts).flatMap(from -> time(ends).map(until -> new DutyPerson.Hours(from, until))),
                ZoneId.of(zone),
                backup,
                Optional.of(account).filter(chosen -> !chosen.isEmpty()));
    }

    @Override
    public String toString() {
        return "DutyForm[REDACTED]";
    }
}
