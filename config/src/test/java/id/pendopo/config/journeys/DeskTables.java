package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the desk has written down of its text line. */
final class DeskTables {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final JdbcClient db;

    DeskTables(String url) {
        db = JdbcClient.create(new DriverManagerDataSource(url));
    }

    /** @param sids of messages that were acknowledged */
    void hasEachAnsweredOnce(List<String> sids) {
        assertThat(strings("""
                select external_id from channels_inbound message
                 where state = 'DONE' and answer_status = 200 and exists (select from channels_outbound answer
                     where answer.conversation = message.conversation and answer.turn = message.turn)
                """)).containsAll(sids).doesNotHaveDuplicates();
        assertThat(strings("select reason from channels_inbound where state = 'DEAD'"))
                .isEmpty();
    }

    void awaitThatEveryReplyWentOutOnce() {
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("""
                        select author || ' ' || state || ' ' || coalesce(reason, '') from channels_outbound
                         where account = 'smsmain'
                           and (state not in ('SENT', 'DELIVERED', 'READ') or possible_duplicate)
                        """)).isEmpty());
    }

    /** The tickets of those whose numbers begin so, by code. */
    List<String> reportedBy(String numbers) {
        return strings("""
                select code from ticket where exists (select from channels_inbound message
                    where message.conversation = ticket.conversation and message.address like '%s%%')
                """.formatted(numbers));
    }

    private List<String> strings(String sql) {
        return db.sql(sql).query(String.class).list();
    }
}
