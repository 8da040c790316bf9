package id.pendopo.ticketing.alarm;

import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket.Danger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The repository of the on-call rota. */
@Component
public class DutyRoster {

    private final JdbcClient jdbc;

    DutyRoster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they are rung. */
    public List<DutyPerson> all() {
        return jdbc.sql("select * from ticket_duty order by backup, place, id")
                .query((row, _) -> person(row))
                .list();
    }

    Optional<DutyPerson> find(long id) {
        return all().stream().filter(person -> person.id() == id).findFirst();
    }

    /** Puts somebody last. */
    public void add(DutyPerson person) {
        jdbc.sql("""
                        insert into ticket_duty (place, name, phone, texted, called, dangers, starts, ends, zone, backup,
                            login)
                        select coalesce(max(place), 0) + 1, :name, :phone, :texted, :called, cast(:dangers as text[]),
                            cast(:starts as time), cast(:ends as time), :zone, :backup, :login
                        from ticket_duty""")
                .param("name", person.name())
                .param("phone", person.phone())
                .param("texted", person.by().contains(Means.SMS))
                .param("called", person.by().contains(Means.CALL))
                .param("dangers", person.dangers().stream().map(Enum::name).toArray(String[]::new))
                .param("starts", person.hours().map(DutyPerson.Hours::starts).orElse(null))
                .param("ends", person.hours().map(DutyPerson.Hours::ends).orElse(null))
                .param("zone", person.zone().getId())
                .param("backup", person.backup())
                .param("login", person.account().orElse(null))
                .update();
    }

    /** An account is gone; whoever had it is rung by telephone alone. */
    public void forget(String account) {
        jdbc.sql("update ticket_duty set login = null where login = ?")
                .param(account)
                .update();
    }

    public void remove(long id) {
        jdbc.sql("delete from ticket_duty where id = ?").param(id).update();
    }

    /** Has somebody rung before the one who was rung before them. */
    @Transactional
    public void moveUp(long id) {
        List<Long> order = all().stream().map(DutyPerson::id).collect(Collectors.toList());
        int at = order.indexOf(id);
        if (at > 0) {
            order.add(at - 1, order.remove(at));
        }
        for (int place = 0; place < order.size(); place++) {
            jdbc.sql("update ticket_duty set place = :place where id = :id")
                    .param("place", place + 1)
                    .param("id", order.get(place))
                    .update();
        }
    }

    private static DutyPerson person(ResultSet row) throws SQLException {
        Set<Means> by = EnumSet.noneOf(Means.class);
        if (row.getBoolean("texted")) {
            by.add(Means.SMS);
        }
        if (row.getBoolean("called")) {
            by.add(Means.CALL);
        }
        return new DutyPerson(
                row.getLong("id"),
                row.getString("name"),
                row.getString("phone"),
                by,
                dangers(row.getArray("dangers")),
                hours(row),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("backup"),
                Optional.ofNullable(row.getString("login")));
    }

    private static Set<Danger> dangers(Array stored) throws SQLException {
        return Arrays.stream((String[]) stored.getArray()).map(Danger::valueOf).collect(Collectors.toSet());
    }

    private static Optional<DutyPerson.Hours> hours(ResultSet row) throws SQLException {
        LocalTime starts = row.getObject("starts", LocalTime.class);
        LocalTime ends = row.getObject("ends", LocalTime.class);
        return starts == null || ends == null ? Optional.empty() : Optional.of(new DutyPerson.Hours(starts, ends));
    }
}
