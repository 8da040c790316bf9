package id.pendopo.conversation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which article answered what the desk was not sure of reaches those who write articles. */
@ConversationTest
class LessonsTests {

    private static final String UNKNOWN = "apakah kelinci hias 081234567890 boleh naik kapal selam wisata";
    private static final String MASKED = "apakah kelinci hias [telepon] boleh naik kapal selam wisata";

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Person siti;

    LessonsTests(People people, JdbcClient jdbc, Tickets tickets) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.siti = people.next();
    }

    @BeforeEach
    void nobodyPicked() {
        jdbc.sql("delete from picked_article").update();
        jdbc.sql("delete from learned_line").update();
        jdbc.sql("delete from unanswered_question").update();
    }

    private List<String> learned() {
        return jdbc.sql("select picker || ' ' || slug || ' ' || kind || ' ' || question from picked_article order by 1")
                .query(String.class)
                .list();
    }

    private Ticket asksAPerson(Person citizen, String question) {
        citizen.say(question);
        return tickets.latest(citizen.say("petugas").conversation()).orElseThrow();
    }

    @Test
    void aCitizenPicksOneOfAFew() {
        siti.say("ktp");
        siti.say("1");

        assertThat(learned()).containsExactly("CITIZEN ktp-el-baru test-line ktp");
    }

    @Test
    void aCitizenWasMistaken() {
        siti.say("ktp");
        siti.say("1");

        assertThat(siti.hears("bukan itu")).contains("belum punya jawaban");
        assertThat(learned()).isEmpty();
    }

    @Test
    void anAgentAnswersWithAnArticle() {
        Ticket ticket = asksAPerson(siti, UNKNOWN);

        tickets.handle(
                new TicketCommand.Reply(ticket.code(), ticket.version(), "Silakan baca ini.\n/help/surat-kehilangan"),
                Actor.agent("ani"));

        await().untilAsserted(
                        () -> assertThat(learned()).containsExactly("AGENT surat-kehilangan test-line " + MASKED));
    }

    @Test
    void anAgentClosesWithAnArticle() {
        Ticket ticket = asksAPerson(siti, UNKNOWN);

        tickets.handle(
                new TicketCommand.Close(ticket.code(), ticket.version(), Outcome.FIXED, "Baca /help/surat-kehilangan"),
                Actor.agent("ani"));

        await().untilAsserted(
                        () -> assertThat(learned()).containsExactly("AGENT surat-kehilangan test-line " + MASKED));
    }

    @Test
    void anAgentQuotesTheWordsOfASuggestion() {
        Ticket ticket = asksAPerson(siti, "ktp");
        String words = jdbc.sql("""
                        select sms from article_version where slug = 'ktp-el-baru' and language = 'id'
                        order by version desc limit 1""").query(String.class).single();

        tickets.handle(
                new TicketCommand.Reply(ticket.code(), ticket.version(), words + " Semoga membantu."),
                Actor.agent("ani"));

        await().untilAsserted(() -> assertThat(learned()).containsExactly("AGENT ktp-el-baru test-line ktp"));
    }

    @Test
    void learnsNothingFromAReportNorFromWhoOnlyWantedAPersonNorOfAnUnknownArticle() {
        Ticket report = siti.reports("jalan rusak depan SD 3 Sukamaju");
        tickets.handle(
                new TicketCommand.Reply(report.code(), report.version(), "Baca /help/surat-kehilangan"),
                Actor.agent("ani"));
        Person budi = siti.neighbour(1);
        Ticket person = tickets.latest(budi.say("petugas").conversation()).orElseThrow();
        tickets.handle(
                new TicketCommand.Reply(person.code(), person.version(), "Baca /help/surat-kehilangan"),
                Actor.agent("ani"));
        Ticket asked = asksAPerson(siti.neighbour(2), UNKNOWN);
        Ticket replied = tickets.handle(
                new TicketCommand.Reply(asked.code(), asked.version(), "Baca /help/tidak-ada"), Actor.agent("ani"));
        tickets.handle(
                new TicketCommand.Reply(replied.code(), replied.version(), "Maaf, baca /help/surat-kehilangan"),
                Actor.agent("ani"));

        await().untilAsserted(() -> assertThat(learned()).isNotEmpty());
        assertThat(learned()).containsExactly("AGENT surat-kehilangan test-line " + MASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIDENTIAL", "ANONYMOUS"})
    void learnsNothingFromWhatIsToldInConfidence(String visibility) {
        Ticket secret = asksAPerson(siti, UNKNOWN);
        jdbc.sql("update ticket set visibility = ?, assignee = 'ani' where code = ?")
                .params(visibility, secret.code().digits())
                .update();
        Ticket open = asksAPerson(siti.neighbour(1), UNKNOWN);

        for (Ticket ticket : List.of(secret, open)) {
            tickets.handle(
                    new TicketCommand.Reply(ticket.code(), ticket.version(), "Baca /help/surat-kehilangan"),
                    Actor.agent("ani"));
        }

        await().untilAsserted(() -> assertThat(learned()).isNotEmpty());
        assertThat(jdbc.sql("select times from picked_article")
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }

    @Test
    void tellsCitizensApartWithoutNamingThem() {
        for (int i = 0; i < 3; i++) {
            Person citizen = siti.neighbour(i + 1);
            citizen.say("ktp");
            citizen.say("1");
        }

        assertThat(jdbc.sql("select count(distinct person) from picked_article where person between 0 and 255")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }
}
