package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Outbox;
import id.pendopo.channels.Turn;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Citizens, their tickets and the agents who work them, through the conversation. */
@ConversationTest
class DeskTalkTests {

    private final Outbox outbox;
    private final Tickets tickets;
    private final Correspondence transcripts;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Person citizen;

    DeskTalkTests(
            People people,
            Outbox outbox,
            Tickets tickets,
            Correspondence transcripts,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            SettableClock clock) {
        this.clock = clock;
        this.citizen = people.next();
        this.outbox = outbox;
        this.tickets = tickets;
        this.transcripts = transcripts;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    private long count(String sql, Object... args) {
        return jdbc.sql(sql).params(args).query(Long.class).single();
    }

    private Ticket report() {
        return citizen.reports("jalan rusak depan SD 3 Sukamaju");
    }

    @Test
    void opensATicketInTheSameTurnAndRemembersTheConsent() {
        Ticket ticket = report();

        assertThat(ticket.category()).isEqualTo("jalan-rusak");
        assertThat(ticket.place()).hasValueSatisfying(place -> assertThat(place).contains("SD 3"));
        assertThat(ticket.contactConsent()).isTrue();
        assertThat(jdbc.sql("""
                        select wording from citizen_consent c join citizen_address a on a.citizen = c.citizen
                        where a.address = ? and given""")
                        .param(citizen.address().value())
                        .query(String.class)
                        .list())
                .containsExactly("report-1");
        assertThat(citizen.hears("status")).contains(ticket.code().grouped());
    }

    @Test
    void keepsNoWayBackFromAnAnonymousReport() {
        citizen.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        Turn turn = citizen.say("anonim");

        assertThat(Person.words(turn)).containsPattern("\\d{4} \\d{4} \\d{4} \\d{4}");
        assertThat(tickets.latest(turn.conversation())).isEmpty();
        assertThat(count("select count(*) from conversation_ticket_event where conversation = ?", turn.conversation()))
                .isZero();
        assertThat(count(
                        "select count(*) from citizen_ticket t join citizen_address a on a.citizen = t.citizen"
                                + " where a.address = ?",
                        citizen.address().value()))
                .isZero();
    }

    @Test
    void bringsAnAgentsReplyToTheCitizenInTheSameCommitAndMutesTheBot() {
        Ticket ticket = report();

        Ticket replied = tickets.handle(
                new TicketCommand.Reply(ticket.code(), ticket.version(), "Besok kami cek."), Actor.agent("ani"));

        List<Outbox.Sent> sent = outbox.latest(citizen.address(), 3);
        assertThat(sent.getLast().message().speaker()).contains("Ani");
        assertThat(TestLine.words(sent.getLast().message())).isEqualTo("Besok kami cek.");
        assertThat(sent.getLast().state()).isEqualTo(Outbox.State.PENDING);
        assertThat(citizen.hears("terima kasih, di dekat gerbang")).contains("teruskan ke petugas");
        assertThat(citizen.hears("berapa biaya sim c"))
                .contains("balas ASISTEN")
                .doesNotContain("Rp100.000");
        assertThat(citizen.hears("berapa biaya sim c")).isEmpty();
        assertThat(transcripts.transcript(replied, Locale.of("id")))
                .extracting(line -> line.author())
                .contains("citizen", "bot", "agent");
    }

    @Test
    void tellsTheDeskWhichMessageIsWhichEvent() {
        Ticket ticket = report();
        Ticket replied = tickets.handle(
                new TicketCommand.Reply(ticket.code(), ticket.version(), "Besok kami cek."), Actor.agent("ani"));
        citizen.say("terima kasih, di dekat gerbang");
        Ticket now = tickets.find(ticket.code()).orElseThrow();
        Ticket closed = tickets.handle(
                new TicketCommand.Close(ticket.code(), now.version(), Outcome.FIXED, "Sudah ditambal."),
                Actor.agent("ani"));

        List<Correspondence.Line> lines = transcripts.transcript(closed, Locale.of("id"));
        assertThat(lines)
                .filteredOn(line -> line.author().equals("agent"))
                .singleElement()
                .returns("Besok kami cek.", Correspondence.Line::text)
                .returns(List.of(replied.version()), Correspondence.Line::events)
                .returns(
                        outbox.latest(citizen.address(), 9).stream()
                                .filter(sent -> sent.message().speaker().isPresent())
                                .map(Outbox.Sent::id)
                                .findFirst(),
                        Correspondence.Line::id);
        assertThat(lines)
                .filteredOn(line ->
                        line.author().equals("citizen") && !line.events().isEmpty())
                .singleElement()
                .returns("terima kasih, di dekat gerbang", Correspondence.Line::text)
                .returns(List.of(now.version()), Correspondence.Line::events);
        assertThat(lines)
                .filteredOn(line -> line.events().contains(closed.version()))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("Sudah ditambal."));
    }

    @Test
    void theCitizenGetsTheAssistantBackAndTheTicketTellsSo() {
        Ticket ticket = report();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Di sebelah mana?"), Actor.agent("ani"));
        citizen.say("berapa biaya sim c");

        String answer = citizen.hears("asisten");

        assertThat(answer).contains("Rp100.000");
        Ticket after = tickets.find(ticket.code()).orElseThrow();
        assertThat(transcripts.held(after)).isFalse();
        assertThat(TicketEvents.of(jdbc, ticket))
                .containsExactly("opened", "replied", "information-added", "floor-returned");
        assertThat(jdbc.sql("select actor from ticket_event e join ticket t on t.id = e.ticket where t.code = ?"
                                + " order by e.version desc limit 1")
                        .param(ticket.code().digits())
                        .query(String.class)
                        .single())
                .isEqualTo("CITIZEN");
        assertThat(citizen.hears("mau lapor lampu jalan mati di jl kenanga")).contains("kenanga");
    }

    @Test
    void theFloorReturnsByItselfAfterTheAgentsSilence() {
        Ticket ticket = report();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Di sebelah mana?"), Actor.agent("ani"));

        clock.advance(Duration.ofHours(4));
        try {
            assertThat(citizen.hears("berapa biaya sim c")).contains("Rp100.000", "kembali membantu");
            assertThat(citizen.hears("berapa biaya sim c")).doesNotContain("kembali membantu");
        } finally {
            clock.advance(Duration.ofHours(-4));
        }

        assertThat(TicketEvents.of(jdbc, ticket))
                .containsExactly("opened", "replied", "information-added", "floor-returned");
        assertThat(transcripts.held(tickets.find(ticket.code()).orElseThrow())).isFalse();
    }

    @Test
    void losesTheReplyTogetherWithTheDesksTransaction() {
        Ticket ticket = report();
        int before = outbox.latest(citizen.address(), 50).size();

        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    tickets.handle(
                            new TicketCommand.Reply(ticket.code(), ticket.version(), "Besok kami cek."),
                            Actor.agent("ani"));
                    throw new IllegalStateException("the desk fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(outbox.latest(citizen.address(), 50)).hasSize(before);
    }

    @Test
    void asksAfterTheClosingAndHearsTheAnswer() {
        Ticket ticket = report();
        tickets.handle(
                new TicketCommand.Close(ticket.code(), ticket.version(), Outcome.FIXED, "Sudah ditambal."),
                Actor.agent("ani"));

        assertThat(TestLine.words(outbox.latest(citizen.address(), 1).getLast().message()))
                .contains("ditambal", "Belum");
        assertThat(citizen.hears("2")).contains("dibuka lagi");
        assertThat(tickets.find(ticket.code()).orElseThrow().status()).isEqualTo(TicketStatus.OPEN);
        citizen.say("masih berlubang di sisi kiri");
        Ticket again = tickets.find(ticket.code()).orElseThrow();
        tickets.handle(
                new TicketCommand.Close(again.code(), again.version(), Outcome.FIXED, "Sekarang sudah."),
                Actor.agent("ani"));
        assertThat(citizen.hears("1")).contains("Terima kasih");
        assertThat(tickets.find(ticket.code()).orElseThrow().status()).isEqualTo(TicketStatus.CONFIRMED);
    }

    @Test
    void aLateWordOnAClosedTicketDoesNotMuteTheBot() {
        Ticket ticket = report();
        Ticket closed = tickets.handle(
                new TicketCommand.Close(ticket.code(), ticket.version(), Outcome.FIXED, "Sudah ditambal."),
                Actor.agent("ani"));
        citizen.say("1");
        tickets.handle(
                new TicketCommand.Reply(closed.code(), version(closed), "Terima kasih sudah mengabari."),
                Actor.agent("ani"));

        assertThat(citizen.hears("berapa biaya sim c")).contains("Rp100.000");
    }

    @Test
    void bringsTheCitizensWordsToTheTicketWhoseAgentHolds() {
        Ticket road = report();
        Ticket waste = citizen.reports("sampah menumpuk di pasar Legi");
        tickets.handle(new TicketCommand.Reply(road.code(), road.version(), "Di sebelah mana?"), Actor.agent("ani"));

        citizen.say("dekat gerbang");

        assertThat(version(road)).isEqualTo(3);
        assertThat(version(waste)).isEqualTo(1);
        tickets.handle(new TicketCommand.Reply(waste.code(), 1, "Sejak kapan?"), Actor.agent("budi"));
        citizen.say("sejak kemarin");
        assertThat(version(road)).isEqualTo(3);
        assertThat(version(waste)).isEqualTo(3);
    }

    @Test
    void leavesTheFloorToAnotherTicketsAgentWhenOneIsClosed() {
        Ticket road = report();
        Ticket waste = citizen.reports("sampah menumpuk di pasar Legi");
        tickets.handle(new TicketCommand.Reply(road.code(), 1, "Di sebelah mana?"), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Reply(waste.code(), 1, "Sejak kapan?"), Actor.agent("budi"));

        tickets.handle(new TicketCommand.Close(waste.code(), 2, Outcome.FIXED, "Sudah diangkut."), Actor.agent("budi"));

        assertThat(citizen.hears("berapa biaya sim c")).doesNotContain("Rp100.000");
        assertThat(version(road)).isEqualTo(3);
        assertThat(citizen.hears("1")).contains("Terima kasih");
        assertThat(tickets.find(waste.code()).orElseThrow().status()).isEqualTo(TicketStatus.CONFIRMED);
        tickets.handle(new TicketCommand.Close(road.code(), 3, Outcome.FIXED, "Sudah ditambal."), Actor.agent("ani"));
        assertThat(citizen.hears("berapa biaya sim c")).contains("Rp100.000");
    }

    @Test
    void aFloorIsReturnedOfWhichTheTicketsOwnRowKnowsNothing() {
        Ticket ticket = report();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Di sebelah mana?"), Actor.agent("ani"));
        jdbc.sql("update ticket set floor = false where code = ?")
                .param(ticket.code().digits())
                .update();

        tickets.handle(new TicketCommand.ReturnFloor(ticket.code(), 2), Actor.agent("ani"));

        assertThat(citizen.hears("berapa biaya sim c")).contains("Rp100.000");
    }

    @Test
    void aFloorIsReturnedThatWasTakenBeforeItWasNotedForWhichTicket() {
        Ticket ticket = report();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Di sebelah mana?"), Actor.agent("ani"));
        jdbc.sql("update conversation set state = state - 'held' where id = ?")
                .param(ticket.conversation().orElseThrow())
                .update();

        tickets.handle(new TicketCommand.ReturnFloor(ticket.code(), 2), Actor.agent("ani"));

        assertThat(citizen.hears("berapa biaya sim c")).contains("Rp100.000");
    }

    @Test
    void anAgentWhoHoldsTheFloorIsAnnouncedOnce() {
        Ticket ticket = report();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Di sebelah mana?"), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Reply(ticket.code(), 2, "Dan sejak kapan?"), Actor.agent("ani"));

        assertThat(count(
                        "select count(*) from conversation_turn where conversation = ? and ending = 'FLOOR_TAKEN'",
                        ticket.conversation().orElseThrow()))
                .isEqualTo(1);
    }

    @Test
    void returnsTheFloorWhenTheCitizenConfirmsElsewhereThatItIsSolved() {
        Ticket ticket = report();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Besok kami cek."), Actor.agent("ani"));

        tickets.handle(new TicketCommand.ConfirmSolved(ticket.code()), Actor.CITIZEN);

        assertThat(TestLine.words(outbox.latest(citizen.address(), 1).getLast().message()))
                .contains("Petugas sudah selesai");
        assertThat(citizen.hears("berapa biaya sim c")).contains("Rp100.000");
        assertThat(tickets.find(ticket.code()).orElseThrow().status()).isEqualTo(TicketStatus.CONFIRMED);
    }

    @Test
    void holdsTheConversationBeforeTheTicketWhenTheCitizenConfirms() throws Exception {
        Ticket ticket = report();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Besok kami cek."), Actor.agent("ani"));
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Ticket> confirmed = transaction.execute(_ -> {
                count(
                        "select id from conversation where address = ? for update",
                        citizen.address().value());
                Future<Ticket> waiting = thread.submit(
                        () -> tickets.handle(new TicketCommand.ConfirmSolved(ticket.code()), Actor.CITIZEN));
                await().until(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
                count(
                        "select id from ticket where code = ? for update nowait",
                        ticket.code().digits());
                return waiting;
            });

            assertThat(confirmed.get().status()).isEqualTo(TicketStatus.CONFIRMED);
        }
    }

    private long version(Ticket ticket) {
        return tickets.find(ticket.code()).orElseThrow().version();
    }

    @Test
    void showsAnothersTicketOnlyByItsStateUntilTheDigitsFit() {
        Ticket ticket = report();
        Person stranger = citizen.neighbour(9);

        String shown = stranger.hears("status " + ticket.code().grouped());
        assertThat(shown).contains("sudah kami terima").doesNotContain("rusak");
        assertThat(stranger.hears("0000")).contains("tidak cocok");
        assertThat(stranger.hears(citizen.lastFour())).contains("rusak");
        assertThat(stranger.hears("tambah lubangnya makin besar"))
                .contains(ticket.code().grouped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tambah %s titipan", "buka lagi %s", "tambah info %s titipan", "%s belum selesai"})
    void aProofOfOneTicketOpensNoOther(String words) {
        Ticket victims = report();
        Ticket before = tickets.find(victims.code()).orElseThrow();
        Person owner = citizen.neighbour(7);
        TicketCode proved = owner.reports("sampah menumpuk di pasar Legi").code();
        Person stranger = citizen.neighbour(8);
        stranger.say("status " + proved.grouped());
        assertThat(stranger.hears(owner.lastFour())).contains("sampah");
        Ticket after = tickets.find(proved).orElseThrow();

        String text = words.formatted(victims.code().grouped());
        String said = stranger.hears(text);

        assertThat(tickets.find(victims.code())).contains(before);
        assertThat(said).contains(victims.code().grouped()).doesNotContain("rusak");
        assertThat(tickets.find(proved)).contains(after);
    }

    @Test
    void showsTheDeskWhoTheCitizenIsAndWhatAReplyCosts() {
        Ticket first = report();
        Ticket second = citizen.reports("sampah menumpuk di pasar Legi");

        assertThat(transcripts.citizen(second)).hasValueSatisfying(card -> {
            assertThat(card.address()).doesNotContain(citizen.address().value());
            assertThat(card.codes()).containsExactly(first.code());
            assertThat(card.consent()).contains("2026");
        });
        assertThat(transcripts.limits(second, "Baik."))
                .hasValueSatisfying(limits -> assertThat(limits.used()).isEqualTo(5));
    }
}
