package id.pendopo.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.EveryRow;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.ui.KeptTables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is forgotten of citizens, and when. */
@ConversationTest
class CitizenRetentionTests {

    private final CitizenRetention retention;
    private final JdbcClient jdbc;
    private final Person gone;
    private final Person stays;

    CitizenRetentionTests(CitizenRetention retention, JdbcClient jdbc, People people) {
        this.retention = retention;
        this.jdbc = jdbc;
        this.gone = people.next();
        this.stays = people.next();
    }

    private void age(Person person, String by) {
        jdbc.sql("update conversation set touched_at = touched_at - :by::interval where address = :who")
                .param("by", by)
                .param("who", person.address().value())
                .update();
        jdbc.sql("""
                update citizen set created_at = created_at - :by::interval
                 where id in (select citizen from citizen_address where address = :who)
                """).param("by", by).param("who", person.address().value()).update();
    }

    private List<String> kept(Person person) {
        return new EveryRow(jdbc)
                .having(person.address().value()).stream()
                        .filter(row -> row.startsWith("public.conversation ") || row.startsWith("public.citizen"))
                        .toList();
    }

    private long due(String table) {
        return retention.tables().stream()
                .filter(one -> one.name().equals(table))
                .flatMap(one -> one.rules().stream())
                .mapToLong(rule -> rule.due().getAsLong())
                .sum();
    }

    @Test
    void forgetsWhomNothingWasSaidWithForThreeYears() {
        gone.say("halo");
        stays.say("halo");
        age(gone, "3 years 1 day");
        age(stays, "3 years -1 day");
        assertThat(due("conversation")).isPositive();

        retention.forget();

        assertThat(kept(gone)).isEmpty();
        assertThat(kept(stays)).hasSize(2);
        assertThat(due("conversation")).isZero();
        assertThat(due("citizen")).isZero();
    }

    @Test
    void keepsWhoseTicketIsWorked() {
        gone.reports("jalan rusak depan SD 3 Sukamaju");
        age(gone, "4 years");

        retention.forget();

        assertThat(kept(gone)).isNotEmpty();
    }

    @Test
    void everyRuleSaysForHowLong() {
        assertThat(retention.tables())
                .flatExtracting(KeptTables.Table::rules)
                .extracting(KeptTables.Rule::kept)
                .contains("P3Y");
    }
}
