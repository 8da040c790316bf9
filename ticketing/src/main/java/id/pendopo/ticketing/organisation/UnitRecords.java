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
import java.util.Optional;
import java.util.function.Function;
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
        return jdbc.sql(
                        "select key, names, zone, address, phone, active from ticket_unit order by names ->> :main, key")
                .param("main", names.main())
                .query((row, n) -> new Unit(
                        row.getString("key"),
                        names.read(row),
                        ZoneId.of(row.getString("zone")),
                        shifts.getOrDefault(row.getString("key"), List.of()),
                        promises.getOrDefault(row.getString("key"), Map.of()),
                        new Unit.Contact(row.getString("address"), row.getString("phone")),
                        row.getBoolean("active")))
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

    /** Grows with each change of a unit; empty when there is no such unit. */
    public Optional<Integer> version(String key) {
        return jdbc.sql("select version from ticket_unit where key = ?")
                .param(key)
                .query(Integer.class)
                .optional();
    }

    /** The same, and whoever else would change the unit waits until the caller's transaction ends. */
    public Optional<Integer> lock(String key) {
        return jdbc.sql("select version from ticket_unit where key = ? for update")
                .param(key)
                .query(Integer.class)
                .optional();
    }

    /** Notes that somebody of the office has looked a unit through. */
    public void checked(String key) {
        jdbc.sql("update ticket_unit set checked_at = now() where key = ?")
                .param(key)
                .update();
    }

    /** The units that somebody of the office has looked through. */
    public List<String> checked() {
        return jdbc.sql("select key from ticket_unit where checked_at is not null and active order by checked_at")
                .query((row, _) -> row.getString("key"))
                .list();
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
                        insert into ticket_unit (key, names, zone, address, phone, active)
                        values (?, ?::jsonb, ?, ?, ?, ?)
                        on conflict (key) do update
                        set names = excluded.names, zone = excluded.zone, address = excluded.address,
                            phone = excluded.phone, active = excluded.active""")
                .params(
                        unit.key(),
                        names.write(unit.names()),
                        unit.zone().getId(),
                        unit.contact().address(),
                        unit.contact().phone(),
                        unit.active())
                .update();
        jdbc.sql("delete from ticket_shift where unit = ?").param(unit.key()).update();
        jdbc.sql("""
                        insert into ticket_shift (unit, weekday, starts, ends)
                        select :unit, weekday, starts, ends
                        from unnest(cast(:weekdays as smallint[]), cast(:starts as time[]), cast(:ends as time[]))
                            as shift (weekday, starts, ends)""")
                .param("unit", unit.key())
                .param("weekdays", texts(unit.shifts(), shift -> shift.weekday().getValue()))
                .param("starts", texts(unit.shifts(), Shift::starts))
                .param("ends", texts(unit.shifts(), Shift::ends))
                .update();
        jdbc.sql("delete from ticket_promise where unit = ?").param(unit.key()).update();
        List<Map.Entry<TicketType, Integer>> promised =
                List.copyOf(unit.promises().entrySet());
        jdbc.sql("""
                        insert into ticket_promise (unit, type, working_days)
                        select :unit, type, days
                        from unnest(cast(:types as text[]), cast(:days as smallint[])) as promise (type, days)""")
                .param("unit", unit.key())
                .param("types", texts(promised, Map.Entry::getKey))
                .param("days", texts(promised, Map.Entry::getValue))
                .update();
    }

    /** As an array of texts, which the statement casts. */
    private static <T> String[] texts(List<T> things, Function<T, Object> part) {
        return things.stream().map(part).map(String::valueOf).toArray(String[]::new);
    }
}
