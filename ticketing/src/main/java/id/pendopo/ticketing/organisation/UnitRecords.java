package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.calendar.Shift;
import id.pendopo.ticketing.naming.StoredNames;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The repository of units with their hours and promises. */
@Component
public class UnitRecords {

    private final JdbcClient jdbc;
    private final StoredNames names;

    UnitRecords(JdbcClient jdbc, StoredNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** SQL of a unit's time zone, for queries of rows that name a unit; {@code key} is the column that does. */
    public static String zoneOf(String key) {
        return "(select zone from ticket_unit where key = " + key + ")";
    }

    List<Unit> all() {
        Map<String, List<Shift>> shifts = shifts();
        Map<String, Map<TicketType, Integer>> promises = promises();
        return jdbc.sql("select key, names, zone from ticket_unit order by names ->> :main, key")
                .param("main", names.main())
                .query((row, n) -> new Unit(
                        row.getString("key"),
                        names.read(row),
                        ZoneId.of(row.getString("zone")),
                        shifts.getOrDefault(row.getString("key"), List.of()),
                        promises.getOrDefault(row.getString("key"), Map.of())))
                .list();
    }

    private Map<String, List<Shift>> shifts() {
        record Row(String unit, Shift shift) {}
        return jdbc
                .sql("select unit, weekday, starts, ends from ticket_shift")
                .query((row, n) -> new Row(
                        row.getString("unit"),
                        new Shift(
                                DayOfWeek.of(row.getInt("weekday")),
                                row.getObject("starts", LocalTime.class),
                                row.getObject("ends", LocalTime.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::unit, Collectors.mapping(Row::shift, Collectors.toList())));
    }

    private Map<String, Map<TicketType, Integer>> promises() {
        record Row(String unit, TicketType type, int days) {}
        return jdbc
                .sql("select unit, type, working_days from ticket_promise")
                .query((row, n) -> new Row(
                        row.getString("unit"), TicketType.valueOf(row.getString("type")), row.getInt("working_days")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::unit, Collectors.toMap(Row::type, Row::days)));
    }

    void rename(String key, Names called) {
        jdbc.sql("update ticket_unit set names = ?::jsonb where key = ?")
                .params(names.write(called), key)
                .update();
    }

    /** A new unit, or a changed one. */
    @Transactional
    public void put(Unit unit) {
        jdbc.sql("""
                        insert into ticket_unit (key, names, zone) values (?, ?::jsonb, ?)
                        on conflict (key) do update set names = excluded.names, zone = excluded.zone""")
                .params(unit.key(), names.write(unit.names()), unit.zone().getId())
                .update();
        jdbc.sql("delete from ticket_shift where unit = ?").param(unit.key()).update();
        unit.shifts()
                .forEach(shift -> jdbc.sql("insert into ticket_shift (unit, weekday, starts, ends) values (?, ?, ?, ?)")
                        .params(unit.key(), shift.weekday().getValue(), shift.starts(), shift.ends())
                        .update());
        jdbc.sql("delete from ticket_promise where unit = ?").param(unit.key()).update();
        unit.promises()
                .forEach((type, days) -> jdbc.sql(
                                "insert into ticket_promise (unit, type, working_days) values (?, ?, ?)")
                        .params(unit.key(), type.name(), days)
                        .update());
    }
}
