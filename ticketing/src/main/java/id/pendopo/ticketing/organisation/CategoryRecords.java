package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.naming.StoredNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The repository of categories with their examples. */
@Component
public class CategoryRecords {

    private final JdbcClient jdbc;
    private final StoredNames names;

    CategoryRecords(JdbcClient jdbc, StoredNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /**
     * A category with what only this module asks of it.
     *
     * @param visibility the widest that a ticket of this category may have
     * @param promise working days until an answer; empty: what the unit promises
     * @param active whether citizens can choose it; one that is switched off keeps its name in old tickets
     */
    public record Entry(Category category, Visibility visibility, Optional<Integer> promise, boolean active) {

        /** A category that can be chosen and waits as long as its unit promises. */
        public Entry(Category category, Visibility visibility) {
            this(category, visibility, Optional.empty(), true);
        }
    }

    /** In the order in which citizens read them. */
    List<Entry> all() {
        Map<String, List<String>> examples = examples();
        return jdbc.sql("""
                        select key, unit, type, visibility, names, promise, danger, active
                        from ticket_category order by position, key""")
                .query((row, n) -> new Entry(
                        new Category(
                                row.getString("key"),
                                row.getString("unit"),
                                TicketType.valueOf(row.getString("type")),
                                names.read(row),
                                examples.getOrDefault(row.getString("key"), List.of()),
                                Optional.ofNullable(row.getString("danger")).map(Danger::valueOf)),
                        Visibility.valueOf(row.getString("visibility")),
                        Optional.ofNullable(row.getObject("promise", Integer.class)),
                        row.getBoolean("active")))
                .list();
    }

    private Map<String, List<String>> examples() {
        record Row(String category, String text) {}
        return jdbc
                .sql("select category, text from ticket_category_example order by category, position")
                .query((row, n) -> new Row(row.getString("category"), row.getString("text")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::category, Collectors.mapping(Row::text, Collectors.toList())));
    }

    /** Grows with each change of a category; empty when there is no such category. */
    public Optional<Integer> version(String key) {
        return jdbc.sql("select version from ticket_category where key = ?")
                .param(key)
                .query(Integer.class)
                .optional();
    }

    /** The same, and whoever else would change the category waits until the caller's transaction ends. */
    public Optional<Integer> lock(String key) {
        return jdbc.sql("select version from ticket_category where key = ? for update")
                .param(key)
                .query(Integer.class)
                .optional();
    }

    /** A new category, ahead of the last one, which takes what fits nowhere else; or a changed one in its place. */
    @Transactional
    public void put(Entry entry) {
        record Place(String key, int position) {}
        List<Place> order = jdbc.sql("select key, position from ticket_category order by position, key")
                .query((row, _) -> new Place(row.getString("key"), row.getInt("position")))
                .list();
        Optional<Place> known = order.stream()
                .filter(place -> place.key().equals(entry.category().key()))
                .findFirst();
        if (known.isPresent() || order.isEmpty()) {
            put(entry, known.map(Place::position).orElse(0));
            return;
        }
        Place last = order.getLast();
        jdbc.sql("update ticket_category set position = position + 1 where key = ?")
                .param(last.key())
                .update();
        put(entry, last.position());
    }

    void rename(String key, Names called) {
        jdbc.sql("update ticket_category set names = ?::jsonb where key = ?")
                .params(names.write(called), key)
                .update();
    }

    /** A new category, or a changed one. */
    @Transactional
    public void put(Entry entry, int position) {
        Category category = entry.category();
        jdbc.sql("""
                        insert into ticket_category (key, unit, type, visibility, names, position, promise, danger,
                            active)
                        values (:key, :unit, :type, :visibility, :names::jsonb, :position, :promise, :danger, :active)
                        on conflict (key) do update
                        set unit = excluded.unit, type = excluded.type, visibility = excluded.visibility,
                            names = excluded.names, position = excluded.position, promise = excluded.promise,
                            danger = excluded.danger, active = excluded.active""")
                .param("key", category.key())
                .param("unit", category.unit())
                .param("type", category.type().name())
                .param("visibility", entry.visibility().name())
                .param("names", names.write(category.names()))
                .param("position", position)
                .param("promise", entry.promise().orElse(null))
                .param("danger", category.danger().map(Danger::name).orElse(null))
                .param("active", entry.active())
                .update();
        jdbc.sql("delete from ticket_category_example where category = ?")
                .param(category.key())
                .update();
        jdbc.sql("""
                        insert into ticket_category_example (category, position, text)
                        select :category, place - 1, text
                        from unnest(cast(:examples as text[])) with ordinality as line (text, place)""")
                .param("category", category.key())
                .param("examples", category.examples().toArray(String[]::new))
                .update();
    }
}
