package id.pendopo.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Receiver;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.TicketEvents;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages that were edited after their turn, and files that are not kept. */
@ConversationTest
class LateChangesTests {

    private static final String TOLD = "mau lapor lampu jalan mati di jl kenanga no 12";

    private final Receiver conversations;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Tickets tickets;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Person citizen;

    LateChangesTests(
            People people,
            Receiver conversations,
            Inbox inbox,
            Outbox outbox,
            Tickets tickets,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.citizen = people.next();
        this.conversations = conversations;
        this.inbox = inbox;
        this.outbox = outbox;
        this.tickets = tickets;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    private void edits(String before, String after) {
        Inbox.Received original = inbox.latest(citizen.address(), 50).stream()
                .filter(message -> message.text().equals(before))
                .findFirst()
                .orElseThrow();
        MessageChanged change = new MessageChanged(
                "test",
                original.id() + "/edit",
                Instant.EPOCH,
                citizen.address(),
                String.valueOf(original.id()),
                Optional.of(after));
        transaction.executeWithoutResult(_ -> conversations.changed(change, original));
    }

    private String heard() {
        return outbox.latest(citizen.address(), 1).getLast().message().blocks().stream()
                .filter(Block.Text.class::isInstance)
                .map(block -> ((Block.Text) block).text())
                .collect(Collectors.joining(" "));
    }

    @Test
    void anEditFillsTheOpenFormAnew() {
        citizen.say(TOLD);

        edits(TOLD, "mau lapor lampu jalan mati di jl melati no 3");

        assertThat(heard()).contains("sudah kami pakai", "jl melati no 3").doesNotContain("kenanga");
        Ticket ticket = tickets.latest(citizen.say("ya").conversation()).orElseThrow();
        assertThat(ticket.place().orElseThrow()).contains("melati");
        assertThat(ticket.description()).contains("melati").doesNotContain("kenanga");
    }

    @Test
    void anEditOfAnAnswerChangesThatAnswerAlone() {
        citizen.say("lapor");
        citizen.say("jalan rusak parah sekali");
        citizen.say("jl merdeka no 5");

        edits("jl merdeka no 5", "jl melati no 3");

        Ticket ticket = tickets.latest(citizen.say("ya").conversation()).orElseThrow();
        assertThat(ticket.place()).contains("jl melati no 3");
        assertThat(ticket.description()).isEqualTo("jalan rusak parah sekali");
    }

    @Test
    void anEditThatTakesThePlaceAwayHasItAskedAgain() {
        citizen.say(TOLD);

        edits(TOLD, "mau lapor lampu jalan mati");

        assertThat(heard()).contains("Di mana tempatnya?");
    }

    @Test
    void anEditIsAddedToTheTicketThatHasTheMessage() {
        Ticket ticket = citizen.reports("lampu jalan mati di jl kenanga no 12");
        citizen.say("tambah tiangnya juga miring");

        edits("tambah tiangnya juga miring", "tambah tiangnya hampir roboh");

        assertThat(heard()).contains("tambahkan ke tiket " + ticket.code().grouped());
        assertThat(TicketEvents.of(jdbc, ticket)).containsExactly("opened", "information-added", "information-edited");
        assertThat(jdbc.sql("select body ->> 'text' from ticket_event where kind = 'information-edited'"
                                + " and body ->> 'before' like '%miring'")
                        .query(String.class)
                        .single())
                .isEqualTo("tambah tiangnya hampir roboh");
        edits(TOLD, "mau lapor lampu jalan mati di jl melati no 3");
        assertThat(TicketEvents.of(jdbc, ticket)).hasSize(4).endsWith("information-edited");
    }

    @Test
    void anEditOfWhatNoFormAndNoTicketHasChangesNothing() {
        Ticket ticket = citizen.reports("lampu jalan mati di jl kenanga no 12");
        citizen.say("berapa biaya sim c");
        int said = outbox.latest(citizen.address(), 50).size();

        edits("berapa biaya sim c", "berapa biaya sim a");

        assertThat(TicketEvents.of(jdbc, ticket)).containsExactly("opened");
        assertThat(outbox.latest(citizen.address(), 50)).hasSize(said);
    }

    @Test
    void aClosedTicketStaysAsItWas() {
        Ticket ticket = citizen.reports("lampu jalan mati di jl kenanga no 12");
        tickets.handle(new TicketCommand.Close(ticket.code(), 1, Outcome.FIXED, "Sudah menyala."), Actor.agent("ani"));

        edits(TOLD, "mau lapor lampu jalan mati di jl melati no 3");

        assertThat(TicketEvents.of(jdbc, ticket)).containsExactly("opened", "closed");
    }

    @ParameterizedTest
    @EnumSource
    void whoSentAFileThatIsNotKeptHearsWhyAndWhatToSend(AttachmentRefused.Reason reason) {
        assertThat(citizen.hears("halo")).isNotBlank();

        transaction.executeWithoutResult(_ -> conversations.refused(citizen.address(), reason));

        assertThat(heard()).contains("tidak dapat kami terima: ", "Kirim");
    }
}
