package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.calendar.Holiday;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The audited values of holidays and of the rota, by the message keys of their fields. */
final class DeskChanges {

    static final String HOLIDAY = "ticketing.change.holiday";
    static final String DUTY = "ticketing.change.duty";

    private static final String NAME = "ticketing.admin.desk.name";
    private static final String YES = "ticketing.change.yes";

    private DeskChanges() {}

    private static Map<String, String> values(Names names) {
        return Map.of(
                NAME,
                names.texts().entrySet().stream()
                        .map(text -> text.getKey() + ": " + text.getValue())
                        .collect(Collectors.joining(" · ")));
    }

    static Map<String, String> values(Holiday holiday) {
        Map<String, String> values = new TreeMap<>(values(holiday.names()));
        values.put("ticketing.admin.desk.source", holiday.source());
        if (holiday.jointLeave()) {
            values.put("ticketing.admin.desk.joint", YES);
        }
        if (holiday.provisional()) {
            values.put("ticketing.admin.desk.provisional", YES);
        }
        return values;
    }

    /** The number is told apart from another by its end. */
    static Map<String, String> values(DutySection.Line person) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "ticketing.admin.duty.phone",
                        "…" + person.phone().substring(person.phone().length() - 3),
                "ticketing.admin.duty.by", person.by(),
                "ticketing.admin.duty.dangers", person.dangers(),
                "ticketing.admin.duty.hours", person.hours()));
        if (person.backup()) {
            values.put("ticketing.admin.duty.backup", YES);
        }
        if (!person.account().isEmpty()) {
            values.put("ticketing.admin.duty.account", person.account());
        }
        return values;
    }
}
