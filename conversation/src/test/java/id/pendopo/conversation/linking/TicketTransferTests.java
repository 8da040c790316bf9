package id.pendopo.conversation.linking;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SettableClock;
import id.pendopo.conversation.Told;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets that are gone on with in another conversation, on a real database. */
@ConversationTest
class TicketTransferTests {

    private final Told told;
    private final Inbox inbox;
    private final Tickets tickets;
    private final Correspondence transcripts;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Person before;
    private final Person after;

    TicketTransferTests(
            People people,
            Told told,
            Inbox inbox,
            Tickets tickets,
            Correspondence transcripts,
            JdbcClient jdbc,
            SettableClock clock) {
        this.told = told;
        this.inbox = inbox;
        this.tickets = tickets;
        this.transcripts = transcripts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.before = people.next();
        this.after = people.next();
    }

    private long count(String sql, Object... args) {
        return jdbc.sql(sql).params(args).query(Long.class).single();
    }

    private Ticket report() {
        return before.reports("jalan rusak depan SD 3 Sukamaju");
    }

    private Ticket now(Ticket ticket) {
        return tickets.find(ticket.code()).orElseThrow();
    }

    private void replies(Ticket ticket, String text) {
        tickets.handle(new TicketCommand.Reply(ticket.code(), now(ticket).version(), text), Actor.agent("ani"));
    }

    private void goesOn(Ticket ticket) {
        after.say("STATUS " + ticket.code().grouped());
        assertThat(after.hears(before.lastFour())).contains("dilanjutkan di sini");
    }

    @Test
    void aProvedTicketIsWorkedWhereTheCitizenIsNow() {
        Ticket ticket = report();
        goesOn(ticket);

        assertThat(after.hears("tambah lubangnya makin dalam"))
                .contains(ticket.code().grouped());
        replies(ticket, "Besok kami cek.");
        assertThat(told.to(after)).contains("Besok kami cek.");
        assertThat(told.to(before))
                .doesNotContain("Besok kami cek.")
                .anyMatch(text -> text.contains("dilanjutkan lewat"));
        assertThat(after.hears("di dekat gerbang")).contains("teruskan ke petugas");
        tickets.handle(
                new TicketCommand.Close(ticket.code(), now(ticket).version(), Outcome.FIXED, "Sudah kami tambal."),
                Actor.agent("ani"));
        assertThat(told.to(after).getLast()).contains("Sudah kami tambal.");
        assertThat(after.hears("1")).contains("Senang masalahnya selesai");
        assertThat(count(
                        "select count(*) from ticket_event where ticket = (select id from ticket where code = ?)"
                                + " and body ->> 'text' in ('lubangnya makin dalam', 'di dekat gerbang')",
                        ticket.code().digits()))
                .isEqualTo(2);
    }

    @Test
    void bothConversationsOfATicketThatWentOnAreOnePersons() {
        Ticket ticket = report();
        long here = ticket.conversation().orElseThrow();
        long there = after.say("halo").conversation();
        assertThat(transcripts.ofSamePerson(here)).containsExactly(here);

        goesOn(ticket);

        assertThat(transcripts.ofSamePerson(here)).containsExactlyInAnyOrder(here, there);
        assertThat(transcripts.ofSamePerson(there)).containsExactlyInAnyOrder(here, there);
    }

    @Test
    void aTelephonesNumberIsOnePersonsOnEveryAccount() {
        long here = before.say("halo").conversation();
        Address other = new Address("smsmain", before.address().value());
        inbox.accept(
                InboundMessage.text("smsmain", "SM" + other.value(), clock.instant(), "twilio-sms", other, "halo"));
        long there = count("select id from conversation where account = 'smsmain' and address = ?", other.value());

        assertThat(transcripts.ofSamePerson(here)).containsExactlyInAnyOrder(here, there);
        assertThat(transcripts.ofSamePerson(there)).containsExactlyInAnyOrder(here, there);
    }

    @Test
    void whoTypesCodeAndDigitsInOneMessageGoesOn() {
        Ticket ticket = report();

        assertThat(after.hears("lanjut " + ticket.code().grouped() + " " + before.lastFour()))
                .contains("dilanjutkan di sini");
    }

    @Test
    void answersGoBackToWhereTheCitizenSpokeLast() {
        Ticket ticket = report();
        goesOn(ticket);

        clock.advance(Duration.ofSeconds(1));
        before.say("tambah saya kembali di sini");
        replies(ticket, "Baik.");

        assertThat(told.to(before)).contains("Baik.");
        assertThat(told.to(after)).doesNotContain("Baik.");
    }

    @Test
    void anAgentWhoHoldsTheFloorGoesAlongAndTheOldDoorIsTheBotsAgain() {
        Ticket ticket = report();
        replies(ticket, "Di sebelah mana?");
        goesOn(ticket);

        after.say("di depan gerbang");
        assertThat(before.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
        tickets.handle(new TicketCommand.ReturnFloor(ticket.code(), now(ticket).version()), Actor.agent("ani"));
        assertThat(after.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
        assertThat(count(
                        "select count(*) from ticket_event where ticket = (select id from ticket where code = ?)"
                                + " and body ->> 'text' = 'di depan gerbang'",
                        ticket.code().digits()))
                .isEqualTo(1);
    }

    @Test
    void noDoorStaysMuteWhenTheCitizenSpokeAtBothAndTheAgentIsDone() {
        Ticket ticket = report();
        goesOn(ticket);
        replies(ticket, "Di sebelah mana?");
        clock.advance(Duration.ofSeconds(1));
        before.say("tambah di depan gerbang");
        replies(ticket, "Baik.");
        assertThat(told.to(before)).contains("Baik.");

        tickets.handle(new TicketCommand.ReturnFloor(ticket.code(), now(ticket).version()), Actor.agent("ani"));

        assertThat(before.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
        assertThat(after.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
    }

    @Test
    void theDeskReadsBothDoorsInOneLineOfTimeWithoutTheCodes() {
        Ticket ticket = report();
        clock.advance(Duration.ofMinutes(1));
        after.say("STATUS " + ticket.code().grouped());
        after.say("KODE");
        String code = told.code(before);
        clock.advance(Duration.ofMinutes(1));
        after.say(code);
        clock.advance(Duration.ofMinutes(1));
        after.say("tambah dari tempat lain");

        List<Correspondence.Line> lines = transcripts.transcript(now(ticket), Locale.of("id"));
        assertThat(lines).extracting(Correspondence.Line::at).isSorted();
        assertThat(lines)
                .extracting(Correspondence.Line::text)
                .contains("tambah dari tempat lain")
                .anyMatch(text -> text.contains("Kode Anda ••• •••"))
                .noneMatch(text -> text.contains("Kode Anda " + code))
                .noneMatch(text -> text.startsWith("STATUS"));
        assertThat(transcripts.citizen(now(ticket)).orElseThrow().address())
                .isEqualTo(after.address().masked());
    }

    @Test
    void whoSwapDoorsAtOnceBothArrive() throws Exception {
        Ticket first = report();
        Ticket second = after.reports("sampah menumpuk di pasar Legi");
        before.say("STATUS " + second.code().grouped());
        after.say("STATUS " + first.code().grouped());

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> one = threads.submit(() -> before.hears(after.lastFour()));
            Future<String> other = threads.submit(() -> after.hears(before.lastFour()));
            assertThat(one.get()).contains("dilanjutkan di sini");
            assertThat(other.get()).contains("dilanjutkan di sini");
        }
    }

    @Test
    void aReceiptLeadsToNoDoor() {
        before.say("mau lapor pungli di kelurahan Sukamaju");
        Matcher receipt = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}").matcher(before.hears("anonim"));
        assertThat(receipt.find()).isTrue();

        after.say("STATUS " + receipt.group());
        after.say("1234");
        after.say("KODE");

        assertThat(count(
                        "select count(*) from conversation_door where code = ?",
                        receipt.group().replace(" ", "")))
                .isZero();
    }
}
