package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.engine.Command;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable shell, on a real database with the real leaves. */
@ConversationTest
class ConversationsTests {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Conversations conversations;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Tickets tickets;
    private final Agents agents;
    private final JdbcClient jdbc;
    private final Disturbance disturbance;
    private final Transcripts transcripts;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final Address citizen = new Address("test", "+62812000" + (10000 + PEOPLE.incrementAndGet()));
    private int messages;

    ConversationsTests(
            Conversations conversations,
            Inbox inbox,
            Outbox outbox,
            Tickets tickets,
            Agents agents,
            JdbcClient jdbc,
            Disturbance disturbance,
            Transcripts transcripts,
            TransactionTemplate transaction,
            SettableClock clock) {
        this.conversations = conversations;
        this.inbox = inbox;
        this.outbox = outbox;
        this.tickets = tickets;
        this.agents = agents;
        this.jdbc = jdbc;
        this.disturbance = disturbance;
        this.transcripts = transcripts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void calm() {
        disturbance.none();
        clock.at(Instant.parse("2026-03-17T02:00:00Z"));
        agents.put(new Agents.Agent("ani", "Ani", "pusat-layanan"));
    }

    private InboundMessage message(String text) {
        return message(citizen, text);
    }

    private InboundMessage message(Address from, String text) {
        return InboundMessage.text("test", from.value() + "/" + ++messages, clock.instant(), "test-line", from, text);
    }

    private Turn say(String text) {
        return conversations.run(List.of(message(text))).getFirst();
    }

    private static String words(Turn turn) {
        return new String(turn.answer().body(), StandardCharsets.UTF_8);
    }

    private long count(String sql, Object... args) {
        return jdbc.sql(sql).params(args).query(Long.class).single();
    }

    private Ticket report() {
        say("mau lapor jalan rusak depan SD 3 Sukamaju");
        Turn turn = say("ya");
        return tickets.latest(turn.conversation()).orElseThrow();
    }

    @Test
    void answersAQuestionInOneCommittedTurn() {
        Turn turn = say("ktp sy ilang gmn urusnya");

        assertThat(words(turn)).contains("polisi");
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
    void runsABatchOfDifferentPeopleInOneTransactionAndInOrder() {
        List<InboundMessage> batch = IntStream.range(0, 5)
                .mapToObj(i -> message(new Address("test", citizen.value() + i), "halo"))
                .toList();

        List<Turn> turns = conversations.run(batch);

        assertThat(turns).extracting(Turn::message).containsExactlyElementsOf(batch);
        assertThat(turns).extracting(Turn::number).containsOnly(1L);
    }

    @Test
    void runsEachAloneWhenOneOfABatchFails() {
        InboundMessage bad = message(new Address("test", citizen.value() + "1"), "petugas");
        InboundMessage good = message(new Address("test", citizen.value() + "2"), "halo");
        disturbance.onOpen(() -> {
            throw new IllegalStateException("always");
        });

        List<Turn> turns = conversations.run(List.of(bad, good));

        assertThat(words(turns.getFirst())).contains("gangguan");
        assertThat(words(turns.getLast())).contains("Halo");
    }

    @Test
    void putsAPoisonMessageAwayWithAReasonAndApologises() {
        disturbance.onOpen(() -> {
            throw new IllegalStateException("secret words of a citizen");
        });
        Turn turn = say("petugas");

        assertThat(words(turn)).contains("gangguan");
        assertThat(jdbc.sql("select state || ' ' || reason from channels_inbound where external_id = ?")
                        .param(turn.message().externalId())
                        .query(String.class)
                        .single())
                .isEqualTo("DEAD IllegalStateException");
        disturbance.none();
        assertThat(say("halo").number()).isEqualTo(2);
    }

    @Test
    void leavesNothingBehindWhenTheTurnFailsInTheMiddle() {
        disturbance.onOpen(() -> {
            throw new DataAccessResourceFailureException("the database is away");
        });

        assertThatThrownBy(() -> say("petugas")).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(count("select count(*) from channels_inbound where address = ?", citizen.value()))
                .isZero();
        assertThat(count("select count(*) from conversation where address = ?", citizen.value()))
                .isZero();
        disturbance.none();
        assertThat(say("halo").number()).isEqualTo(1);
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

        Turn turn = say("petugas");

        assertThat(drawn).hasSize(2).doesNotHaveDuplicates();
        assertThat(words(turn)).contains(drawn.getLast().grouped());
        assertThat(turn.number()).isEqualTo(1);
        assertThat(count("select count(*) from channels_inbound where address = ?", citizen.value()))
                .isEqualTo(1);
    }

    @Test
    void opensATicketInTheSameTurnAndRemembersTheConsent() {
        Ticket ticket = report();

        assertThat(ticket.category()).isEqualTo("jalan-rusak");
        assertThat(ticket.place()).hasValueSatisfying(place -> assertThat(place).contains("SD 3"));
        assertThat(ticket.contactConsent()).isTrue();
        assertThat(jdbc.sql("""
                        select wording from citizen_consent c join citizen_address a on a.citizen = c.citizen
                        where a.address = ? and given""").param(citizen.value()).query(String.class).list())
                .containsExactly("report-1");
        assertThat(words(say("status"))).contains(ticket.code().grouped());
    }

    @Test
    void keepsNoWayBackFromAnAnonymousReport() {
        say("mau lapor jalan rusak depan SD 3 Sukamaju");
        Turn turn = say("anonim");

        assertThat(words(turn)).containsPattern("\\d{4} \\d{4} \\d{4} \\d{4}");
        assertThat(tickets.latest(turn.conversation())).isEmpty();
        assertThat(count(
                        "select count(*) from citizen_ticket t join citizen_address a on a.citizen = t.citizen"
                                + " where a.address = ?",
                        citizen.value()))
                .isZero();
    }

    @Test
    void bringsAnAgentsReplyToTheCitizenInTheSameCommitAndMutesTheBot() {
        Ticket ticket = report();

        Ticket replied = tickets.reply(ticket.code(), ticket.version(), "Besok kami cek.", "ani");

        List<Outbox.Sent> sent = outbox.latest(citizen, 3);
        assertThat(sent.getLast().message().speaker()).contains("Ani");
        assertThat(TestLine.words(sent.getLast().message())).isEqualTo("Besok kami cek.");
        assertThat(sent.getLast().state()).isEqualTo(Outbox.State.PENDING);
        assertThat(words(say("terima kasih, di dekat gerbang"))).contains("dibaca petugas");
        assertThat(words(say("berapa biaya sim c"))).isEmpty();
        assertThat(transcripts.transcript(replied))
                .extracting(line -> line.author())
                .contains("citizen", "bot", "agent");
    }

    @Test
    void losesTheReplyTogetherWithTheDesksTransaction() {
        Ticket ticket = report();
        int before = outbox.latest(citizen, 50).size();

        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    tickets.reply(ticket.code(), ticket.version(), "Besok kami cek.", "ani");
                    throw new IllegalStateException("the desk fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(outbox.latest(citizen, 50)).hasSize(before);
    }

    @Test
    void asksAfterTheClosingAndHearsTheAnswer() {
        Ticket ticket = report();
        tickets.close(ticket.code(), ticket.version(), Outcome.FIXED, "Sudah ditambal.", "ani");

        assertThat(TestLine.words(outbox.latest(citizen, 1).getLast().message()))
                .contains("ditambal", "Belum");
        assertThat(words(say("2"))).contains("dibuka lagi");
        assertThat(tickets.find(ticket.code()).orElseThrow().status()).isEqualTo(TicketStatus.OPEN);
        say("masih berlubang di sisi kiri");
        Ticket again = tickets.find(ticket.code()).orElseThrow();
        tickets.close(again.code(), again.version(), Outcome.FIXED, "Sekarang sudah.", "ani");
        assertThat(words(say("1"))).contains("Terima kasih");
        assertThat(tickets.find(ticket.code()).orElseThrow().status()).isEqualTo(TicketStatus.CONFIRMED);
    }

    @Test
    void aLateWordOnAClosedTicketDoesNotMuteTheBot() {
        Ticket ticket = report();
        Ticket closed = tickets.close(ticket.code(), ticket.version(), Outcome.FIXED, "Sudah ditambal.", "ani");
        say("1");
        long version = tickets.find(closed.code()).orElseThrow().version();
        tickets.reply(closed.code(), version, "Terima kasih sudah mengabari.", "ani");

        assertThat(words(say("berapa biaya sim c"))).contains("Rp100.000");
    }

    @Test
    void showsAnothersTicketOnlyByItsStateUntilTheDigitsFit() {
        Ticket ticket = report();
        Address stranger = new Address("test", "+6285700009999");

        String shown = words(conversations
                .run(List.of(message(stranger, "status " + ticket.code().grouped())))
                .getFirst());
        assertThat(shown).contains("sudah kami terima").doesNotContain("rusak");
        assertThat(words(conversations.run(List.of(message(stranger, "0000"))).getFirst()))
                .contains("tidak cocok");
        String four = citizen.value().substring(citizen.value().length() - 4);
        assertThat(words(conversations.run(List.of(message(stranger, four))).getFirst()))
                .contains("rusak");
        assertThat(words(conversations
                        .run(List.of(message(stranger, "tambah lubangnya makin besar")))
                        .getFirst()))
                .contains(ticket.code().grouped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tambah %s titipan", "buka lagi %s", "tambah info %s titipan", "%s belum selesai"})
    void aProofOfOneTicketOpensNoOther(String words) {
        Ticket victims = report();
        Ticket before = tickets.find(victims.code()).orElseThrow();
        Address owner = new Address("test", citizen.value() + "7");
        conversations.run(List.of(message(owner, "mau lapor sampah menumpuk di pasar Legi")));
        Turn opened = conversations.run(List.of(message(owner, "ya"))).getFirst();
        TicketCode proved = tickets.latest(opened.conversation()).orElseThrow().code();
        Address stranger = new Address("test", citizen.value() + "8");
        conversations.run(List.of(message(stranger, "status " + proved.grouped())));
        String four = owner.value().substring(owner.value().length() - 4);
        assertThat(words(conversations.run(List.of(message(stranger, four))).getFirst()))
                .contains("sampah");

        String text = words.formatted(victims.code().grouped());
        String said = words(conversations.run(List.of(message(stranger, text))).getFirst());

        assertThat(tickets.find(victims.code())).contains(before);
        assertThat(said).contains(victims.code().grouped()).doesNotContain("rusak");
        assertThat(tickets.find(proved).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void recordsWhoWantsNoBroadcasts() {
        say("halo");
        say("STOP");
        assertThat(newest(Command.Purpose.BROADCASTS)).isFalse();
        conversations.happened(new AddressEvent("test", "in-1", clock.instant(), citizen, AddressEvent.What.OPTED_IN));
        assertThat(newest(Command.Purpose.BROADCASTS)).isTrue();
    }

    private boolean newest(Command.Purpose purpose) {
        return jdbc.sql("""
                        select given from citizen_consent c join citizen_address a on a.citizen = c.citizen
                        where a.address = ? and purpose = ? order by c.id desc limit 1""")
                .param(citizen.value())
                .param(purpose.name())
                .query(Boolean.class)
                .single();
    }

    @Test
    void saysTheRestWhenAskedForMore() {
        say("kebakaran di sebelah rumah tolong");

        Turn more = say("LANJUT");

        assertThat(words(more)).contains("Kalau sudah aman");
        assertThat(words(say("LANJUT"))).contains("Tidak ada lanjutan");
    }

    @Test
    void saysTheSameAgain() {
        String once = words(say("ktp sy ilang gmn urusnya"));

        assertThat(words(say("ulang"))).isEqualTo(once);
    }

    @Test
    void beginsAnotherConversationAfterAMonthAndGoesOnCounting() {
        Turn first = say("halo");
        clock.at(clock.instant().plus(Duration.ofDays(31)));

        Turn next = say("halo");

        assertThat(next.conversation()).isNotEqualTo(first.conversation());
        assertThat(next.number()).isEqualTo(first.number() + 1);
    }

    @Test
    void showsTheDeskWhoTheCitizenIsAndWhatAReplyCosts() {
        Ticket first = report();
        say("mau lapor sampah menumpuk di pasar Legi");
        Turn turn = say("ya");
        Ticket second = tickets.latest(turn.conversation()).orElseThrow();

        assertThat(transcripts.citizen(second)).hasValueSatisfying(card -> {
            assertThat(card.address()).doesNotContain(citizen.value());
            assertThat(card.codes()).containsExactly(first.code());
            assertThat(card.consent()).contains("2026");
        });
        assertThat(transcripts.limits(second, "Baik."))
                .hasValueSatisfying(limits -> assertThat(limits.used()).isEqualTo(5));
    }
}
