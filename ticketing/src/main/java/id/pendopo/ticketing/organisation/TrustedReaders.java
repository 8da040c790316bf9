package id.pendopo.ticketing.organisation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The need-to-know lists of categories: who reads their confidential cases, and which categories are for whistle-blowers.
 * Read from the database each time, so that whoever is struck off reads nothing more on any node.
 */
@Component
public class TrustedReaders {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TrustedReaders(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Published within the transaction: each ticket of the category is confidential. */
    public record Withheld(String key) {}

    /** SQL of whether a category keeps its tickets confidential, for queries of rows that name one; {@code key} is the column that does. */
    public static String confidential(String key) {
        return "(" + key + " in (select key from ticket_category where whistle_blower or visibility = 'CONFIDENTIAL'))";
    }

    /**
     * How a category is kept.
     *
     * @param whistleBlower whether each of its tickets is confidential
     * @param logins who reads the confidential ones; empty: the unit's supervisors
     */
    public record Trust(boolean whistleBlower, Set<String> logins) {

        public Trust {
            logins = Set.copyOf(logins);
        }
    }

    /** The log-in names of those who read a category's confidential cases, by category; one that names nobody is left out. */
    public Map<String, Set<String>> byCategory() {
        record Row(String category, String login) {}
        Map<String, Set<String>> named = new TreeMap<>();
        jdbc.sql("select category, login from ticket_category_reader order by category, login")
                .query((row, _) -> new Row(row.getString("category"), row.getString("login")))
                .list()
                .forEach(row -> named.computeIfAbsent(row.category(), _ -> new TreeSet<>())
                        .add(row.login()));
        return named;
    }

    public Trust of(String category) {
        return new Trust(
                jdbc.sql("select whistle_blower from ticket_category where key = ?")
                        .param(category)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false),
                new HashSet<>(jdbc.sql("select login from ticket_category_reader where category = ?")
                        .param(category)
                        .query(String.class)
                        .list()));
    }

    @Transactional
    public void put(String category, Trust trust) {
        jdbc.sql("update ticket_category set whistle_blower = ? where key = ?")
                .params(trust.whistleBlower(), category)
                .update();
        jdbc.sql("delete from ticket_category_reader where category = ?")
                .param(category)
                .update();
        for (String login : trust.logins()) {
            jdbc.sql("insert into ticket_category_reader (category, login) values (?, ?)")
                    .params(category, login)
                    .update();
        }
        if (trust.whistleBlower()) {
            events.publishEvent(new Withheld(category));
        }
    }

    /** Somebody has no account or key any more. */
    public void forget(String login) {
        jdbc.sql("delete from ticket_category_reader where login = ?")
                .param(login)
                .update();
    }
}
