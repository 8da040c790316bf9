package id.pendopo.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.Disturbance;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SettableClock;
import id.pendopo.conversation.Told;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A try counts once for each message, however often its facts are gathered, on a real database. */
@ConversationTest
class TryCountTests {

    /** More often than any try is forgiven. */
    private static final int OFTEN = 7;

    private final Preparation preparation;
    private final TurnTransaction turns;
    private final Conversations conversations;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Disturbance disturbance;
    private final Told told;
    private final SettableClock clock;
    private final Person before;
    private final Person after;

    TryCountTests(
            People people,
            Preparation preparation,
            TurnTransaction turns,
            Conversations conversations,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Disturbance disturbance,
            Told told,
            SettableClock clock) {
        this.preparation = preparation;
        this.turns = turns;
        this.conversations = conversations;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.disturbance = disturbance;
        this.told = told;
        this.clock = clock;
        this.before = people.next();
        this.after = people.next();
    }

    @BeforeEach
    void nobodyGuessed() {
        jdbc.sql("delete from conversation_guess").update();
        jdbc.sql("delete from ticket_wrong_code").update();
    }

    @AfterEach
    void nobodyMistyped() {
        jdbc.sql("delete from ticket_wrong_code").update();
    }

    private Ticket asked(Person... others) {
        Ticket ticket = before.reports("jalan rusak depan SD 3 Sukamaju");
        for (Person other : others) {
            other.say("STATUS " + ticket.code().grouped());
        }
        return ticket;
    }

    private String wrongDigits() {
        return before.lastFour().equals("0000") ? "1111" : "0000";
    }

    private int tries(Ticket ticket) {
        return jdbc.sql("select coalesce(sum(tries), 0) from ticket_try where code = ?")
                .param(ticket.code().digits())
                .query(Integer.class)
                .single();
    }

    private void gathered(InboundMessage message) {
        for (int i = 0; i < OFTEN; i++) {
            preparation.quickly(message, clock.instant());
        }
    }

    @Test
    void wrongDigitsCountOnceHoweverOftenTheirFactsAreGathered() {
        Ticket ticket = asked(after);
        InboundMessage wrong = after.message(wrongDigits());

        gathered(wrong);
        assertThat(Person.words(after.say(wrong))).contains("tidak cocok");

        assertThat(tries(ticket)).isEqualTo(1);
        assertThat(after.hears(before.lastFour())).contains("dilanjutkan di sini");
    }

    private int misses() {
        return jdbc.sql("select coalesce(sum(misses), 0) from ticket_wrong_code")
                .query(Integer.class)
                .single();
    }

    @Test
    void aNumberOfNoTicketCountsOnceHoweverOftenItsFactsAreGathered() {
        InboundMessage wrong = after.message("STATUS " + TicketCode.random().grouped());

        gathered(wrong);
        assertThat(Person.words(after.say(wrong))).contains("tidak menemukan tiket");

        assertThat(misses()).isEqualTo(1);
    }

    /** The page counts in the same place. */
    @Test
    void whoTriesManyNumbersIsToldNothingOfAnyTicketButTheirOwn() {
        Ticket ticket = asked();
        assertThat(after.hears("STATUS " + TicketCode.random().grouped())).contains("tidak menemukan tiket");
        jdbc.sql("update ticket_wrong_code set misses = 30").update();

        String status = "STATUS " + ticket.code().grouped();
        assertThat(after.hears(status)).contains("terlalu banyak nomor tiket yang salah");
        assertThat(before.hears(status)).doesNotContain("terlalu banyak");
        assertThat(after.neighbour(3).hears(status)).doesNotContain("terlalu banyak");
        assertThat(after.hears("STATUS " + TicketCode.random().grouped())).contains("terlalu banyak");
        assertThat(misses()).isEqualTo(30);
    }

    @Test
    void aWrongCodeForATicketCountsOnceHoweverOftenItsFactsAreGathered() {
        asked(after);
        after.say("KODE");
        String code = told.code(before);
        InboundMessage wrong = after.message(Told.wrong(code));

        gathered(wrong);
        assertThat(Person.words(after.say(wrong))).contains("tidak cocok");

        assertThat(after.hears(code)).contains("dilanjutkan di sini");
    }

    @Test
    void aWrongCodeToGoOnHereCountsOnceHoweverOftenItsFactsAreGathered() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = Told.code(before.hears("PINDAH"));
        InboundMessage wrong = after.message("PINDAH " + Told.wrong(code));

        gathered(wrong);
        assertThat(Person.words(after.say(wrong))).contains("tidak cocok");

        assertThat(jdbc.sql("select tries from conversation_guess")
                        .query(Integer.class)
                        .list())
                .containsOnly(1);
        assertThat(after.hears("PINDAH " + code)).contains("SD 3 Sukamaju");
    }

    @Test
    void aTurnThatWasOvertakenTwiceCountsOneTry() {
        Ticket ticket = asked(after);
        InboundMessage wrong = after.message(wrongDigits());
        for (int i = 0; i < 2; i++) {
            TurnTransaction.Prepared prepared = preparation.quickly(wrong, clock.instant());
            after.say("ulang");
            assertThatThrownBy(() ->
                            transaction.execute(_ -> turns.run(List.of(prepared), Turn.Mode.ON_TIME, clock.instant())))
                    .isInstanceOf(TurnTransaction.Overtaken.class);
        }

        after.say(wrong);

        assertThat(tries(ticket)).isEqualTo(1);
    }

    @Test
    void aBatchThatFallsApartCountsOneTry() {
        Ticket ticket = asked(after);
        InboundMessage wrong = after.message(wrongDigits());
        disturbance.onOpen(() -> {
            throw new IllegalStateException("always");
        });
        List<Receiver.Prepared> batch = Stream.of(wrong, before.neighbour(1).message("petugas"))
                .map(conversations::prepare)
                .toList();
        assertThatThrownBy(() -> conversations.run(batch, Turn.Mode.ON_TIME)).isInstanceOf(RuntimeException.class);

        after.say(wrong);

        assertThat(tries(ticket)).isEqualTo(1);
    }

    @Test
    void twoWrongTriesAtOnceCountTwo() throws Exception {
        Person other = before.neighbour(2);
        Ticket ticket = asked(after, other);

        assertThat(atOnce(List.of(after, other)))
                .allSatisfy(said -> assertThat(said).contains("tidak cocok"));

        assertThat(tries(ticket)).isEqualTo(2);
    }

    @Test
    void ofManyWrongTriesAtOnceNoneOpensAnythingAfterTheFifth() throws Exception {
        List<Person> many = IntStream.range(0, 8).mapToObj(after::neighbour).toList();
        Ticket ticket = asked(many.toArray(Person[]::new));

        assertThat(atOnce(many).stream().filter(said -> said.contains("tidak cocok")))
                .hasSize(4);

        assertThat(tries(ticket)).isGreaterThanOrEqualTo(5);
        after.say("STATUS " + ticket.code().grouped());
        assertThat(after.hears(before.lastFour())).contains("KODE").doesNotContain("dilanjutkan");
    }

    private List<String> atOnce(List<Person> people) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> all = people.stream()
                    .<Callable<String>>map(person -> () -> person.hears(wrongDigits()))
                    .toList();
            return threads.invokeAll(all).stream().map(Future::resultNow).toList();
        }
    }
}
