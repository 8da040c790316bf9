package id.pendopo.config.commands;

import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Ticket.Danger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether somebody would be rung when life is in danger. */
@Component
@Order(5)
class DutyCheck implements Check {

    private final Alarms alarms;

    DutyCheck(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public List<Finding> look() {
        List<Danger> missing = alarms.unstaffed();
        String kinds = missing.stream()
                .map(danger -> danger.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return List.of(
                missing.isEmpty()
                        ? Finding.ok("on duty", "somebody for every kind of emergency")
                        : Finding.bad(
                                "on duty",
                                "nobody can be rung now for " + kinds
                                        + "; enter who is on duty at /admin/desk/duty, and set up a line for text messages or calls."));
    }
}
