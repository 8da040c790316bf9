package id.pendopo.config.commands;

import id.pendopo.knowledge.KnowledgeChecks;
import id.pendopo.knowledge.ReviewChecks;
import id.pendopo.ticketing.WorkingCalendar;
import java.io.File;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the desk says and counts with: sources of figures, holidays; and room to keep it. */
@Component
@Order(4)
class ContentCheck implements Check {

    private static final long ROOM = 1L << 30;

    private final KnowledgeChecks knowledge;
    private final ReviewChecks reviews;
    private final WorkingCalendar.Holidays holidays;
    private final Clock clock;
    private final String data;

    ContentCheck(
            KnowledgeChecks knowledge,
            ReviewChecks reviews,
            WorkingCalendar.Holidays holidays,
            Clock clock,
            @Value("${pendopo.data}") String data) {
        this.knowledge = knowledge;
        this.reviews = reviews;
        this.holidays = holidays;
        this.clock = clock;
        this.data = data;
    }

    @Override
    public List<Finding> look() {
        List<String> unsourced = knowledge.unsourcedFigures();
        List<String> overdue = reviews.overdue();
        long free = new File(data).getAbsoluteFile().getUsableSpace();
        int nextYear = Year.now(clock.withZone(ZoneOffset.UTC)).getValue() + 1;
        return List.of(
                holidays.decreed(nextYear)
                        ? Finding.ok("holidays " + nextYear, "there")
                        : Finding.bad(
                                "holidays " + nextYear,
                                "are missing or provisional; enter them at /admin/desk once the joint decree is out."),
                unsourced.isEmpty()
                        ? Finding.ok("figures without source", "0")
                        : Finding.bad("figures without source", unsourced.size() + ": " + String.join(", ", unsourced)),
                overdue.isEmpty()
                        ? Finding.ok("articles past their review date", "0")
                        : Finding.bad(
                                "articles past their review date",
                                overdue.size()
                                        + ": look at them at /desk/knowledge?show=DUE and say until when they hold."),
                free > ROOM
                        ? Finding.ok("disk", (free >> 20) + " MB free for " + data)
                        : Finding.bad(
                                "disk",
                                (free >> 20) + " MB free for " + data
                                        + "; make room, at 0 the desk stops taking messages."));
    }
}
