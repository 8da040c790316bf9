package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing is searched for while a row is held: not in a turn, nor in what the desk does. */
@ConversationTest
class SearchTests {

    private static final Actor AGENT = Actor.agent("ani");

    private final SearchGuard guard;
    private final Receiver conversations;
    private final Tickets tickets;
    private final TransactionTemplate transaction;
    private final Person citizen;

    SearchTests(
            SearchGuard guard,
            People people,
            Receiver conversations,
            Tickets tickets,
            TransactionTemplate transaction) {
        this.guard = guard;
        this.conversations = conversations;
        this.tickets = tickets;
        this.transaction = transaction;
        this.citizen = people.next();
    }

    @Test
    void noTurnSearchesWithinItsTransaction() {
        int before = guard.searches();
        for (String said : List.of(
                "halo",
                "ktp",
                "1",
                "berapa lama",
                "berapa biaya sim c dan ktp hilang gimana",
                "mau lapor jalan rusak depan SD 3 Sukamaju",
                "syarat bikin ktp apa?",
                "ya",
                "status",
                "apakah kelinci hias boleh naik kapal selam wisata",
                "petugas")) {
            citizen.say(said);
        }
        conversations.run(
                List.of(
                        conversations.prepare(citizen.neighbour(1).message("syarat paspor")),
                        Receiver.Prepared.not(citizen.neighbour(2).message("biaya sim c"))),
                Turn.Mode.ON_TIME);

        assertThat(guard.searches()).isGreaterThan(before);
        assertThat(guard.breaches()).isEmpty();
    }

    @Test
    void noStepOfTheDeskSearchesWithinItsTransaction() {
        citizen.say("ktp");
        Ticket asked = tickets.latest(citizen.say("petugas").conversation()).orElseThrow();
        int before = guard.searches();

        transaction.executeWithoutResult(_ -> {
            Ticket replied = tickets.handle(
                    new TicketCommand.Reply(asked.code(), asked.version(), "Silakan baca /help/ktp-el-baru"), AGENT);
            Ticket returned = tickets.handle(new TicketCommand.ReturnFloor(replied.code(), replied.version()), AGENT);
            tickets.handle(
                    new TicketCommand.Close(returned.code(), returned.version(), Outcome.FIXED, "Sudah dijawab."),
                    AGENT);
            assertThat(guard.searches()).isEqualTo(before);
        });

        await().untilAsserted(() -> assertThat(guard.searches()).isGreaterThanOrEqualTo(before + 2));
        assertThat(guard.breaches()).isEmpty();
    }
}
