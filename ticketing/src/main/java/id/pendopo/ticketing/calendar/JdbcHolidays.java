package id.pendopo.ticketing.calendar;

import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.naming.StoredNames;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of public holidays, editable; each year's come from the government's joint decree. */
@Component
public class JdbcHolidays implements WorkingCalendar.Holidays {

    private final JdbcClient jdbc;
    private final StoredNames names;

    JdbcHolidays(JdbcClient jdbc, StoredNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    @Override
    public boolean decreed(int year) {
        return jdbc.sql("""
                        select count(*) > 0 and bool_and(not provisional) from ticket_holiday
                        where day between make_date(:year, 1, 1) and make_date(:year, 12, 31)""").param("year", year).query(Boolean.class).optional().orElse(false);
    }

    public List<Holiday> all() {
        return jdbc.sql("""
                        select day, names, joint_leave, source, provisional
                        from ticket_holiday order by day""")
                .query((row, n) -> new Holiday(
                        row.getObject("day", LocalDate.class),
                        names.read(row),
                        row.getBoolean("joint_leave"),
                        row.getString("source"),
                        row.getBoolean("provisional")))
                .list();
    }

    /** A new day off, or another name or source for it. Deadlines already promised stay. */
    public void put(Holiday holiday) {
        jdbc.sql("""
                        insert into ticket_holiday (day, names, joint_leave, source, provisional)
                        values (?, ?::jsonb, ?, ?, ?)
                        on conflict (day) do update
                        set names = excluded.names, joint_leave = excluded.joint_leave,
                            source = excluded.source, provisional = excluded.provisional""")
                .params(
                        holiday.day(),
                        names.write(holiday.names()),
                        holiday.jointLeave(),
                        holiday.source(),
                        holiday.provisional())
                .update();
    }

    public void remove(LocalDate day) {
        jdbc.sql("delete from ticket_holiday where day = ?").param(day).update();
    }
}
