package id.pendopo.conversation.learning;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SettableClock;
import id.pendopo.conversation.facts.NluServices;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What agents and citizens set right about a report's category is kept to learn from, on a real database. */
@ConversationTest
class CategoryExamplesTests {

    private final CategoryExamples examples;
    private final Retraining retraining;
    private final Tickets tickets;
    private final NluServices understanding;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Person siti;

    CategoryExamplesTests(
            CategoryExamples examples,
            Retraining retraining,
            Tickets tickets,
            NluServices understanding,
            JdbcClient jdbc,
            SettableClock clock,
            People people) {
        this.examples = examples;
        this.retraining = retraining;
        this.tickets = tickets;
        this.understanding = understanding;
        this.jdbc = jdbc;
        this.clock = clock;
        this.siti = people.next();
    }

    @BeforeEach
    void nobodyCorrected() {
        jdbc.sql("delete from conversation_category_example").update();
    }

    private List<String> kept() {
        return jdbc.sql("select source || ' ' || category || ' ' || text from conversation_category_example")
                .query(String.class)
                .list();
    }

    private Ticket move(Ticket ticket, String category) {
        return tickets.handle(new TicketCommand.Move(ticket.code(), ticket.version(), category), Actor.agent("ani"));
    }

    @Test
    void suggestsFromTheFirstMessageOn() {
        assertThat(understanding.categories().classify("jalan rusak")).isPresent();
    }

    @Test
    void suggestsWhatAgentsCorrectedOnceItIsLearned() {
        for (int i = 1; i <= Retraining.ENOUGH; i++) {
            move(siti.reports("palang kereta rusak di jl mawar no " + i), "ketertiban");
        }
        assertThat(suggested("palang kereta rusak di jl melati")).isNotEqualTo("ketertiban");

        try {
            retraining.look();
            assertThat(suggested("palang kereta rusak di jl melati")).isEqualTo("ketertiban");
        } finally {
            retraining.begin();
            retraining.start();
        }
    }

    private String suggested(String text) {
        return understanding.categories().classify(text).orElseThrow().label();
    }

    @Test
    void keepsAReportThatAnAgentMovesMasked() {
        Ticket ticket = siti.reports("jalan rusak depan SD 3 hubungi 081234567890");

        move(ticket, "banjir-drainase");

        assertThat(kept())
                .singleElement()
                .asString()
                .startsWith("AGENT banjir-drainase jalan rusak")
                .contains("[telepon]")
                .doesNotContain("081234567890");
        assertThat(examples.newest())
                .singleElement()
                .satisfies(example -> assertThat(example.label()).isEqualTo("banjir-drainase"));
    }

    @Test
    void ofATicketTheLastCorrectionCounts() {
        Ticket ticket = siti.reports("jalan rusak depan SD 3");

        move(move(ticket, "banjir-drainase"), "air-bersih");

        assertThat(kept()).singleElement().asString().startsWith("AGENT air-bersih");
    }

    @Test
    void movingATicketToWhereItIsCorrectsNothing() {
        Ticket ticket = siti.reports("jalan rusak depan SD 3");

        move(ticket, ticket.category());

        assertThat(kept()).isEmpty();
    }

    @Test
    void keepsTheBeginningOfALongReport() {
        Ticket ticket = siti.reports("jalan rusak depan SD 3 Sukamaju. " + "Motor sering jatuh. ".repeat(30));

        move(ticket, "banjir-drainase");

        assertThat(examples.newest())
                .singleElement()
                .satisfies(example -> assertThat(example.text()).hasSize(300));
    }

    @Test
    void keepsWhatACitizenCorrectsBeforeSending() {
        siti.say("mau lapor jalan rusak di jl mawar");
        siti.say("ubah 1");
        siti.say("sampah menumpuk tidak diangkut");
        siti.say("ya");

        assertThat(kept()).singleElement().asString().startsWith("CITIZEN sampah jalan rusak");
    }

    @Test
    void aSuggestionThatTheCitizenAcceptsCorrectsNothing() {
        siti.reports("jalan rusak depan SD 3");

        assertThat(kept()).isEmpty();
    }

    @Test
    void copiesNothingThatWasToldInConfidence() {
        Ticket ticket = siti.reports("pungli di kelurahan dimintai uang pelicin oleh petugas loket 3");
        assertThat(ticket.category()).isEqualTo("pungli");
        jdbc.sql("update ticket set assignee = 'ani' where code = ?")
                .param(ticket.code().digits())
                .update();

        move(ticket, "layanan-adminduk");

        assertThat(kept()).isEmpty();
    }

    @Test
    void copiesNothingOfWhoStaysUnnamed() {
        siti.say("mau lapor jalan rusak di jl mawar");
        siti.say("ubah 1");
        siti.say("sampah menumpuk tidak diangkut");
        assertThat(siti.hears("anonim")).containsPattern("\\d{4} \\d{4} \\d{4} \\d{4}");

        assertThat(kept()).isEmpty();
    }

    @Test
    void forgetsAfterTwoYears() {
        move(siti.reports("jalan rusak depan SD 3"), "banjir-drainase");
        clock.advance(Duration.ofDays(729));
        examples.forget();
        assertThat(kept()).hasSize(1);

        clock.advance(Duration.ofDays(5));
        assertThat(examples.newest()).isEmpty();
        examples.forget();
        assertThat(kept()).isEmpty();
    }
}
