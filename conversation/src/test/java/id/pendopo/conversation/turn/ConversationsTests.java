package id.pendopo.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.Disturbance;
import id.pendopo.conversation.EarlyBird;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SearchGuard;
import id.pendopo.conversation.SettableClock;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.ticketing.TicketCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The durable shell, on a real database with the real leaves. */
@ConversationTest
class ConversationsTests {

    private final Conversations conversations;
    private final Inbox inbox;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Disturbance disturbance;
    private final SearchGuard search;
    private final SettableClock clock;
    private final Person citizen;

    ConversationsTests(
            People people,
            Conversations conversations,
            Inbox inbox,
            Outbox outbox,
            JdbcClient jdbc,
            Disturbance disturbance,
            SearchGuard search,
            SettableClock clock) {
        this.search = search;
        this.citizen = people.next();
        this.conversations = conversations;
        this.inbox = inbox;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.disturbance = disturbance;
        this.clock = clock;
    }

    private long count(String sql, Object... args) {
        return jdbc.sql(sql).params(args).query(Long.class).single();
    }

    @Test
    void answersAQuestionInOneCommittedTurn() {
        Turn turn = citizen.say("ktp sy ilang gmn urusnya");

        assertThat(Person.words(turn)).contains("polisi");
        assertThat(turn.number()).isEqualTo(1);
        assertThat(jdbc.sql("select responder || ' ' || ending from conversation_turn where conversation = ?")
                        .param(turn.conversation())
                        .query(String.class)
                        .list())
                .containsExactly("knowledge ANSWERED");
        assertThat(inbox.received(turn.conversation())).hasSize(1);
        assertThat(outbox.sent(turn.conversation()))
                .singleElement()
                .satisfies(sent -> assertThat(sent.state()).isEqualTo(Outbox.State.SENT));
    }

    @Test
    void understandsTheVeryFirstMessageBeforeThePortIsOpen(@Autowired EarlyBird early) {
        assertThat(early.heard()).contains("Jenis: Jalan atau jembatan rusak");
    }

    private List<Receiver.Prepared> prepared(List<InboundMessage> messages) {
        return messages.stream().map(conversations::prepare).toList();
    }

    @Test
    void runsABatchOfDifferentPeopleInOneTransactionAndInOrder() {
        List<InboundMessage> batch = IntStream.range(0, 5)
                .mapToObj(i -> citizen.neighbour(i).message("halo"))
                .toList();

        List<Turn> turns = conversations.run(prepared(batch), Turn.Mode.ON_TIME);

        assertThat(turns).extracting(Turn::message).containsExactlyElementsOf(batch);
        assertThat(turns).extracting(Turn::number).containsOnly(1L);
    }

    @Test
    void runsABatchOfPeopleWhoWroteBefore() {
        List<Person> people = IntStream.range(0, 4).mapToObj(citizen::neighbour).toList();
        people.subList(0, 3).forEach(person -> person.say("halo"));
        List<InboundMessage> batch = people.stream()
                .map(person -> person.message("berapa biaya sim c"))
                .toList();

        List<Turn> turns = conversations.run(prepared(batch), Turn.Mode.ON_TIME);

        assertThat(turns).extracting(Turn::number).containsExactly(2L, 2L, 2L, 1L);
        assertThat(turns).allSatisfy(turn -> assertThat(Person.words(turn)).contains("SIM"));
    }

    @Test
    void keepsNothingOfABatchWhenOneFails() {
        InboundMessage bad = citizen.neighbour(1).message("petugas");
        InboundMessage good = citizen.neighbour(2).message("halo");
        disturbance.onOpen(() -> {
            throw new IllegalStateException("always");
        });

        assertThatThrownBy(() -> conversations.run(prepared(List.of(good, bad)), Turn.Mode.ON_TIME))
                .isInstanceOf(IllegalStateException.class);

        assertThat(conversations
                        .run(prepared(List.of(good)), Turn.Mode.ON_TIME)
                        .getFirst()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void putsAPoisonMessageAwayWithAReasonAndApologises() {
        disturbance.onOpen(() -> {
            throw new IllegalStateException("secret words of a citizen");
        });
        Turn turn = citizen.say("petugas");

        assertThat(Person.words(turn)).contains("gangguan");
        assertThat(jdbc.sql("select state || ' ' || reason from channels_inbound where external_id = ?")
                        .param(turn.message().externalId())
                        .query(String.class)
                        .single())
                .isEqualTo("DEAD IllegalStateException");
        disturbance.none();
        assertThat(citizen.say("halo").number()).isEqualTo(2);
    }

    @Test
    void putsAMessageAwayWhoseReadingWasStoppedThreeTimes() {
        InboundMessage message = citizen.message("ktp sy ilang gmn urusnya");
        search.onSearch(() -> {
            throw new ReadingTime.TookTooLong();
        });

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> citizen.say(message)).isInstanceOf(Inbox.DeskUnavailable.class);
        }
        Turn turn = citizen.say(message);

        search.undisturbed();
        assertThat(Person.words(turn)).contains("gangguan");
        assertThat(jdbc.sql("select state || ' ' || reason from channels_inbound where external_id = ?")
                        .param(message.externalId())
                        .query(String.class)
                        .single())
                .isEqualTo("DEAD TookTooLong");
        assertThat(citizen.say("halo").number()).isEqualTo(2);
    }

    /** What comes back although nothing is wrong with it is not counted against it. */
    @Test
    void doesNotCountWhatTheDatabaseIsSlowFor() {
        InboundMessage message = citizen.message("ktp sy ilang gmn urusnya");
        search.onSearch(() -> {
            throw new DataAccessResourceFailureException("slow");
        });
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> citizen.say(message)).isInstanceOf(DataAccessResourceFailureException.class);
        }
        search.undisturbed();

        assertThat(Person.words(citizen.say(message))).contains("polisi");
        ReadingTime time = new ReadingTime(Duration.ofMillis(20), () -> false);
        assertThat(time.within(() -> jdbc.sql("select 1 from pg_sleep(0.3)")
                        .query(Integer.class)
                        .single()))
                .isOne();
    }

    @Test
    void stopsWhatReadsForTooLong() {
        ReadingTime time = new ReadingTime(Duration.ofMillis(20), () -> false);

        assertThatThrownBy(() -> time.within(ConversationsTests::readsUntilItIsStopped))
                .isInstanceOf(ReadingTime.TookTooLong.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new ReadingTime(Duration.ofHours(1), () -> false)
                        .within(ConversationsTests::readsUntilItIsStopped))
                .isInstanceOf(Inbox.DeskUnavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static String readsUntilItIsStopped() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        throw new CancellationException();
    }

    @Test
    void putsAMessageAwayThatOverflowsTheStack() {
        disturbance.onOpen(() -> {
            throw new StackOverflowError();
        });

        assertThat(Person.words(citizen.say("petugas"))).contains("gangguan");
        disturbance.none();
        assertThat(citizen.say("halo").number()).isEqualTo(2);
    }

    @Test
    void leavesNothingBehindWhenTheTurnFailsInTheMiddle() {
        disturbance.onOpen(() -> {
            throw new DataAccessResourceFailureException("the database is away");
        });

        assertThatThrownBy(() -> citizen.say("petugas")).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(count(
                        "select count(*) from channels_inbound where address = ?",
                        citizen.address().value()))
                .isZero();
        assertThat(count(
                        "select count(*) from conversation where address = ?",
                        citizen.address().value()))
                .isZero();
        disturbance.none();
        assertThat(citizen.say("halo").number()).isEqualTo(1);
    }

    @Test
    void drawsAnotherCodeWhenTheFirstIsTaken() {
        AtomicInteger tries = new AtomicInteger();
        List<TicketCode> drawn = new ArrayList<>();
        disturbance.onOpen(ticket -> {
            drawn.add(ticket.code());
            if (tries.incrementAndGet() == 1) {
                throw new DuplicateKeyException("taken");
            }
        });

        Turn turn = citizen.say("petugas");

        assertThat(drawn).hasSize(2).doesNotHaveDuplicates();
        assertThat(Person.words(turn)).contains(drawn.getLast().grouped());
        assertThat(turn.number()).isEqualTo(1);
        assertThat(count(
                        "select count(*) from channels_inbound where address = ?",
                        citizen.address().value()))
                .isEqualTo(1);
    }

    @Test
    void recordsWhoWantsNoBroadcasts() {
        citizen.say("halo");
        citizen.say("STOP");
        assertThat(newest(Command.Purpose.BROADCASTS)).isFalse();
        conversations.happened(
                new AddressEvent("test", "in-1", clock.instant(), citizen.address(), AddressEvent.What.OPTED_IN));
        assertThat(newest(Command.Purpose.BROADCASTS)).isTrue();
    }

    private boolean newest(Command.Purpose purpose) {
        return jdbc.sql("""
                        select given from citizen_consent c join citizen_address a on a.citizen = c.citizen
                        where a.address = ? and purpose = ? order by c.id desc limit 1""")
                .param(citizen.address().value())
                .param(purpose.name())
                .query(Boolean.class)
                .single();
    }

    @Test
    void saysTheRestWhenAskedForMore() {
        citizen.say("kebakaran di sebelah rumah tolong");

        Turn more = citizen.say("LANJUT");

        assertThat(Person.words(more)).contains("Kalau sudah aman");
        assertThat(citizen.hears("LANJUT")).contains("Tidak ada lanjutan");
    }

    @Test
    void saysTheSameAgain() {
        String once = citizen.hears("ktp sy ilang gmn urusnya");

        assertThat(citizen.hears("ulang")).isEqualTo(once);
    }

    @Test
    void beginsAnotherConversationAfterAMonthAndGoesOnCounting() {
        Turn first = citizen.say("halo");
        clock.at(clock.instant().plus(Duration.ofDays(31)));

        Turn next = citizen.say("halo");

        assertThat(next.conversation()).isNotEqualTo(first.conversation());
        assertThat(next.number()).isEqualTo(first.number() + 1);
    }
}
