package id.pendopo.channels.gateway.outbound;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sequence numbers, drawn in batches. Numbers of outbound rows before they are there: a response may name them and is
 * stored together with them. Drawn many at once; what a node did not use is a gap.
 */
@Component
final class RowNumbers {

    private static final int DRAWN = 256;

    private final JdbcClient jdbc;
    private final Queue<Long> free = new ConcurrentLinkedQueue<>();

    RowNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next() {
        Long number = free.poll();
        return number == null ? draw() : number;
    }

    private long draw() {
        List<Long> drawn = jdbc.sql("""
                select nextval(pg_get_serial_sequence('channels_outbound', 'id')) from generate_series(1, :drawn)
                """)
                .param("drawn", DRAWN)
                .query((row, _) -> row.getLong(1))
                .list();
        free.addAll(drawn.subList(1, drawn.size()));
        return drawn.getFirst();
    }
}
