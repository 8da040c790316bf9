package id.pendopo.config.commands;

import id.pendopo.channels.Limits;
import id.pendopo.knowledge.KnowledgeChecks;
import id.pendopo.ticketing.WorkingCalendar;
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

    private final KnowledgeChecks knowledge;
    private final KnowledgeChecks.Reviews reviews;
    private final WorkingCalendar.Holidays holidays;
    private final Clock clock;
    private final String data;
    private final Limits.FreeSpace space;

    ContentCheck(
            KnowledgeChecks knowledge,
            KnowledgeChecks.Reviews reviews,
            WorkingCalendar.Holidays holidays,
            Clock clock,
            @Value("${pendopo.data}") String data,
            Limits.FreeSpace space) {
        this.space = space;
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
        int nextYear = Year.now(clock.withZone(ZoneOffset.UTC)).getValue() + 1;
        return List.of(
                holidays.decreed(nextYear)
                        ? Finding.ok("holidays " + nextYear, "there")
                        : Finding.bad(
                                "holidays " + nextYear,
                                "are missing or provisional; enter them at /admin/desk/holidays once the joint decree is out."),
                unsourced.isEmpty()
                        ? Finding.ok("figures without source", "0")
                        : Finding.bad("figures without source", unsourced.size() + ": " + String.join(", ", unsourced)),
                overdue.isEmpty()
                        ? Finding.ok("articles past their review date", "0")
                        : Finding.bad(
                                "articles past their review date",
                                overdue.size()
                                        + ": look at them at /desk/knowledge?show=DUE and say until when they hold."),
                space.level() == Limits.FreeSpace.Level.ENOUGH
                        ? Finding.ok("disk", (space.bytes() >> 20) + " MB free for " + data)
                        : Finding.bad(
                                "disk",
                                (space.bytes() >> 20) + " MB free for " + data
                                        + "; make room: files are refused already, and at the last floor /readyz says 503. Both floors are at /admin/limits."));
    }
}
