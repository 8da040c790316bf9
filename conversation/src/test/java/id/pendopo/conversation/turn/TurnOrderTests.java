package id.pendopo.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SettableClock;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages of one person at once: one turn after the other, each decided by what is true then. */
@ConversationTest
class TurnOrderTests {

    private final TurnTransaction turns;
    private final Preparation preparation;
    private final Inbox inbox;
    private final Tickets tickets;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Person citizen;

    TurnOrderTests(
            People people,
            TurnTransaction turns,
            Preparation preparation,
            Inbox inbox,
            Tickets tickets,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            SettableClock clock) {
        this.citizen = people.next();
        this.turns = turns;
        this.preparation = preparation;
        this.inbox = inbox;
        this.tickets = tickets;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private long count(String sql, Object... args) {
        return jdbc.sql(sql).params(args).query(Long.class).single();
    }

    @Test
    void numbersFiftyConcurrentMessagesOfOneConversationWithoutGapOrDouble() throws Exception {
        citizen.say("halo");
        List<InboundMessage> fifty = IntStream.range(0, 50)
                .mapToObj(i -> citizen.message("pesan ke " + i))
                .toList();

        List<Turn> all = atOnce(fifty);

        assertThat(all)
                .extracting(Turn::conversation)
                .containsOnly(all.getFirst().conversation());
        assertThat(all)
                .extracting(Turn::number)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 51).boxed().toList());
        assertThat(inbox.received(all.getFirst().conversation()))
                .extracting(Inbox.Received::turn)
                .isSorted();
    }

    @Test
    void opensOneConversationForFirstMessagesAtOnce() throws Exception {
        List<InboundMessage> first = IntStream.range(0, 8)
                .mapToObj(i -> citizen.message("halo " + i))
                .toList();

        List<Turn> all = atOnce(first);

        String address = citizen.address().value();
        assertThat(all)
                .extracting(Turn::conversation)
                .containsOnly(all.getFirst().conversation());
        assertThat(count("select count(*) from conversation where address = ?", address))
                .isEqualTo(1);
        assertThat(count("select count(*) from citizen_address where address = ?", address))
                .isEqualTo(1);
        assertThat(count("select count(*) from citizen c where not exists"
                        + " (select 1 from citizen_address a where a.citizen = c.id)"))
                .isZero();
    }

    private List<Turn> atOnce(List<InboundMessage> all) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Turn>> running = new ArrayList<>();
            for (InboundMessage one : all) {
                running.add(threads.submit(() -> citizen.say(one)));
            }
            List<Turn> done = new ArrayList<>();
            for (Future<Turn> turn : running) {
                done.add(turn.get());
            }
            return done;
        }
    }

    @Test
    void judgesAMessageThatWasOvertakenByWhatIsTrueThen() throws Exception {
        Ticket ticket = citizen.reports("jalan rusak depan SD 3 Sukamaju");
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Turn> question = transaction.execute(_ -> {
                count(
                        "select id from conversation where address = ? for update",
                        citizen.address().value());
                Future<Turn> waiting = thread.submit(() -> citizen.say("berapa biaya sim c"));
                await().until(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
                tickets.handle(
                        new TicketCommand.Reply(ticket.code(), ticket.version(), "Besok kami cek."),
                        Actor.agent("ani"));
                return waiting;
            });

            assertThat(Person.words(question.get())).contains("balas ASISTEN").doesNotContain("Rp100.000");
            assertThat(question.get().number()).isEqualTo(5);
        }
    }

    @Test
    void refusesFactsFromBeforeAnotherTurnAndKeepsNothing() {
        InboundMessage late = citizen.message("halo");
        TurnTransaction.Prepared prepared = prepared(late);
        citizen.say("pagi");

        assertThatThrownBy(() ->
                        transaction.execute(_ -> turns.run(List.of(prepared), Turn.Mode.ON_TIME, clock.instant())))
                .isInstanceOf(TurnTransaction.Overtaken.class);

        assertThat(count("select count(*) from channels_inbound where external_id = ?", late.externalId()))
                .isZero();
        assertThat(citizen.say(late).number()).isEqualTo(2);
    }

    @Test
    void keepsNothingOfABatchOfWhichOneWasOvertaken() {
        Person neighbour = citizen.neighbour(1);
        citizen.say("halo");
        neighbour.say("halo");
        List<InboundMessage> both = List.of(neighbour.message("pagi"), citizen.message("pagi"));
        List<TurnTransaction.Prepared> prepared = prepared(both);
        citizen.say("siang");

        assertThatThrownBy(() -> together(prepared)).isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(both)
                .allSatisfy(late -> assertThat(
                                count("select count(*) from channels_inbound where external_id = ?", late.externalId()))
                        .isZero());
        assertThat(neighbour.say("sore").number()).isEqualTo(2);
        assertThat(citizen.say("sore").number()).isEqualTo(3);
    }

    @Test
    void aBatchWaitsForNobodyWhoHoldsOneOfItsConversations() throws Exception {
        Person neighbour = citizen.neighbour(1);
        long held = citizen.say("halo").conversation();
        neighbour.say("halo");
        List<InboundMessage> both = List.of(neighbour.message("pagi"), citizen.message("pagi"));
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(_ -> {
                count("select id from conversation where id = ? for update", held);
                Future<List<Turn>> batch = thread.submit(() -> together(prepared(both)));

                assertThat(batch)
                        .failsWithin(Duration.ofSeconds(60))
                        .withThrowableThat()
                        .withCauseInstanceOf(OptimisticLockingFailureException.class);
            });
        }
        assertThat(both)
                .extracting(message -> inbox.stored(message.account(), message.externalId()))
                .containsOnly(Optional.empty());
    }

    private List<TurnTransaction.Prepared> prepared(List<InboundMessage> messages) {
        return messages.stream().map(this::prepared).toList();
    }

    private List<Turn> together(List<TurnTransaction.Prepared> prepared) {
        return transaction.execute(_ -> turns.run(prepared, Turn.Mode.ON_TIME, clock.instant()));
    }

    private TurnTransaction.Prepared prepared(InboundMessage message) {
        return preparation.quickly(message, clock.instant());
    }
}
