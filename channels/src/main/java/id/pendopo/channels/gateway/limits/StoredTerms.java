package id.pendopo.channels.gateway.limits;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of the terms of channel accounts, with a copy in memory that {@link LimitsFollower} keeps fresh. */
@Component
public final class StoredTerms {

    private final JdbcClient jdbc;
    private volatile Map<String, LineTerms> terms = Map.of();

    StoredTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public LineTerms of(String account) {
        return terms.getOrDefault(account, LineTerms.NONE);
    }

    /** Those of every account that has some. */
    Map<String, LineTerms> all() {
        return terms;
    }

    /** Within the caller's transaction. */
    void set(String account, LineTerms changed) {
        jdbc.sql("""
                insert into channels_line_terms (account, price, ceiling, countries, abroad)
                values (:account, :price, :ceiling, :countries, :abroad)
                on conflict (account) do update
                   set price = excluded.price, ceiling = excluded.ceiling, countries = excluded.countries,
                       abroad = excluded.abroad
                """)
                .param("account", account)
                .param("price", changed.price())
                .param("ceiling", changed.ceiling())
                .param("countries", changed.countryList())
                .param("abroad", changed.priceList())
                .update();
    }

    /** Reads what stands in the database. */
    void follow() {
        Map<String, LineTerms> read = new HashMap<>();
        jdbc.sql("select account, price, ceiling, countries, abroad from channels_line_terms")
                .query(row -> {
                    read.put(
                            row.getString("account"),
                            new LineTerms(
                                    row.getBigDecimal("price"),
                                    row.getBigDecimal("ceiling"),
                                    LineTerms.countries(row.getString("countries")),
                                    LineTerms.prices(row.getString("abroad"))));
                });
        terms = Map.copyOf(read);
    }
}
