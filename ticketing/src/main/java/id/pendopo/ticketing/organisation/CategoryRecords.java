package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.naming.StoredNames;
import java.util.List;
import java.util.Map;
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
     */
    public record Entry(Category category, Visibility visibility) {}

    /** In the order in which citizens read them. */
    List<Entry> all() {
        Map<String, List<String>> examples = examples();
        return jdbc.sql("""
                        select key, unit, type, visibility, names
                        from ticket_category order by position, key""")
                .query((row, n) -> new Entry(
                        new Category(
                                row.getString("key"),
                                row.getString("unit"),
                                TicketType.valueOf(row.getString("type")),
                                names.read(row),
                                examples.getOrDefault(row.getString("key"), List.of())),
                        Visibility.valueOf(row.getString("visibility"))))
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
                        insert into ticket_category (key, unit, type, visibility, names, position)
                        values (?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (key) do update
                        set unit = excluded.unit, type = excluded.type, visibility = excluded.visibility,
                            names = excluded.names, position = excluded.position""")
                .params(
                        category.key(),
                        category.unit(),
                        category.type().name(),
                        entry.visibility().name(),
                        names.write(category.names()),
                        position)
                .update();
        jdbc.sql("delete from ticket_category_example where category = ?")
                .param(category.key())
                .update();
        for (int i = 0; i < category.examples().size(); i++) {
            jdbc.sql("insert into ticket_category_example (category, position, text) values (?, ?, ?)")
                    .params(category.key(), i, category.examples().get(i))
                    .update();
        }
    }
}
