package id.pendopo.channels.gateway.limits;

import id.pendopo.channels.gateway.limits.Spending.Day;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of what lines spent, a row for each day. */
@Component
final class SpendingRows {

    private final JdbcClient jdbc;

    SpendingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to what there is, all or nothing. */
    void add(Map<Day, Spent> counted) {
        if (counted.isEmpty()) {
            return;
        }
        List<Map.Entry<Day, Spent>> days = List.copyOf(counted.entrySet());
        jdbc.sql("""
                insert into channels_spending (account, day, units, cost)
                select * from unnest(:accounts::text[], :days::date[], :units::bigint[], :costs::numeric[])
                    as counted (account, day, units, cost)
                 order by account, day
                on conflict (account, day) do update
                   set units = channels_spending.units + excluded.units, cost = channels_spending.cost + excluded.cost
                """)
                .param("accounts", column(days, one -> one.getKey().account()))
                .param("days", column(days, one -> one.getKey().day().toString()))
                .param("units", column(days, one -> Long.toString(one.getValue().units())))
                .param("costs", column(days, one -> one.getValue().cost().toPlainString()))
                .update();
    }

    private static String[] column(List<Map.Entry<Day, Spent>> days, Function<Map.Entry<Day, Spent>, String> column) {
        return days.stream().map(column).toArray(String[]::new);
    }

    Map<Day, Spent> on(LocalDate day) {
        Map<Day, Spent> read = new HashMap<>();
        jdbc.sql("select account, units, cost, raised from channels_spending where day = :day")
                .param("day", day)
                .query(row -> {
                    read.put(
                            new Day(row.getString("account"), day),
                            new Spent(row.getLong("units"), row.getBigDecimal("cost"), row.getBigDecimal("raised")));
                });
        return Map.copyOf(read);
    }

    /** Within the caller's transaction: the day's ceiling lies higher by so much more. */
    void raise(Day day, BigDecimal more) {
        jdbc.sql("""
                insert into channels_spending (account, day, raised) values (:account, :day, :more)
                on conflict (account, day) do update set raised = channels_spending.raised + excluded.raised
                """)
                .param("account", day.account())
                .param("day", day.day())
                .param("more", more)
                .update();
    }
}
