package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Turn;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
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

/** People who go from one door to another, on a real database. */
@ConversationTest
class ElsewhereTests {

    private static final Pattern CODE = Pattern.compile("(?<!\\d )\\b(\\d{3} \\d{3})\\b(?! \\d)");

    private final Outbox outbox;
    private final Tickets tickets;
    private final Transcripts transcripts;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Person before;
    private final Person after;
    private final Person stranger;

    ElsewhereTests(
            People people,
            Outbox outbox,
            Tickets tickets,
            Transcripts transcripts,
            JdbcClient jdbc,
            SettableClock clock) {
        this.outbox = outbox;
        this.tickets = tickets;
        this.transcripts = transcripts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.before = people.next();
        this.after = people.next();
        this.stranger = people.next();
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
        tickets.reply(ticket.code(), now(ticket).version(), text, "ani");
    }

    private List<String> told(Person person) {
        return outbox.latest(person.address(), 50).stream()
                .map(sent -> TestLine.words(sent.message()))
                .toList();
    }

    /** The code in what a person was told last. */
    private String code(Person person) {
        return code(told(person).getLast());
    }

    private static String code(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as(text).isTrue();
        return code.group(1);
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
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
        assertThat(told(after)).contains("Besok kami cek.");
        assertThat(told(before)).doesNotContain("Besok kami cek.").anyMatch(text -> text.contains("dilanjutkan lewat"));
        assertThat(after.hears("di dekat gerbang")).contains("dibaca petugas");
        tickets.close(ticket.code(), now(ticket).version(), Outcome.FIXED, "Sudah kami tambal.", "ani");
        assertThat(told(after).getLast()).contains("Sudah kami tambal.");
        assertThat(after.hears("1")).contains("Senang masalahnya selesai");
        assertThat(count(
                        "select count(*) from ticket_event where ticket = (select id from ticket where code = ?)"
                                + " and body ->> 'text' in ('lubangnya makin dalam', 'di dekat gerbang')",
                        ticket.code().digits()))
                .isEqualTo(2);
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

        assertThat(told(before)).contains("Baik.");
        assertThat(told(after)).doesNotContain("Baik.");
    }

    @Test
    void anAgentWhoHoldsTheFloorGoesAlongAndTheOldDoorIsTheBotsAgain() {
        Ticket ticket = report();
        replies(ticket, "Di sebelah mana?");
        goesOn(ticket);

        after.say("di depan gerbang");
        assertThat(before.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
        tickets.returnFloor(ticket.code(), now(ticket).version(), "ani");
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
        assertThat(told(before)).contains("Baik.");

        tickets.returnFloor(ticket.code(), now(ticket).version(), "ani");

        assertThat(before.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
        assertThat(after.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
    }

    @Test
    void theDeskReadsBothDoorsInOneLineOfTimeWithoutTheCodes() {
        Ticket ticket = report();
        clock.advance(Duration.ofMinutes(1));
        after.say("STATUS " + ticket.code().grouped());
        after.say("KODE");
        String code = code(before);
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
    void aCodeSentToWhereTheTicketCameFromProvesItOnceAndOnlyWhereItWasAskedFor() {
        Ticket ticket = report();
        after.say("STATUS " + ticket.code().grouped());
        assertThat(after.hears("KODE"))
                .contains("10 menit")
                .doesNotContain(before.address().value());
        String code = code(before);
        assertThat(outbox.latest(before.address(), 1))
                .singleElement()
                .satisfies(sent -> assertThat(sent.message().author()).isEqualTo(Author.DESK));
        assertThat(told(before).getLast()).contains("jangan berikan");

        stranger.say("STATUS " + ticket.code().grouped());
        assertThat(stranger.hears(code)).contains("tidak cocok");
        assertThat(after.hears(wrong(code))).contains("tidak cocok");
        assertThat(after.hears(code)).contains("dilanjutkan di sini");
        assertThat(told(before).getLast()).contains("Kode Anda");
    }

    @Test
    void aCodeOfAnHourAgoOrTriedTooOftenProvesNothing() {
        Ticket ticket = report();
        after.say("STATUS " + ticket.code().grouped());
        after.say("KODE");
        clock.advance(Passcodes.LIFETIME);
        assertThat(after.hears(code(before))).contains("tidak cocok");

        after.say("KODE");
        String code = code(before);
        for (int i = 0; i < Passcodes.TRIES; i++) {
            after.say(wrong(code));
        }
        assertThat(after.hears(code)).contains("tidak cocok");
    }

    @Test
    void noTicketSendsMoreThanThreeCodesAnHour() {
        Ticket ticket = report();
        for (Person asker : List.of(after, stranger, after)) {
            asker.say("STATUS " + ticket.code().grouped());
            assertThat(asker.hears("KODE")).contains("segera masuk");
        }
        int before3 = told(before).size();
        stranger.say("STATUS " + ticket.code().grouped());
        assertThat(stranger.hears("KODE")).contains("3 kali");
        assertThat(told(before)).hasSize(before3);
        clock.advance(Duration.ofMinutes(61));
        assertThat(stranger.hears("KODE")).contains("segera masuk");
    }

    @Test
    void whoTriedTheDigitsTooOftenIsOfferedACode() {
        Ticket ticket = report();
        after.say("STATUS " + ticket.code().grouped());
        for (int i = 0; i < 5; i++) {
            after.say(before.lastFour().equals("0000") ? "1111" : "0000");
        }
        assertThat(after.hears(before.lastFour())).contains("KODE");
        after.say("KODE");
        assertThat(after.hears(code(before))).contains("dilanjutkan di sini");
    }

    @Test
    void aFormMovesWithItsAnswersAndIsEndedWhereItWas() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = code(before.hears("PINDAH"));

        assertThat(after.hears("pindah " + code)).contains("dilanjutkan di sini", "SD 3 Sukamaju");
        Turn done = after.say("ya");
        assertThat(Person.words(done)).contains("Nomor tiket");
        assertThat(tickets.latest(done.conversation()).orElseThrow().description())
                .contains("jalan rusak");
        assertThat(before.hears("brp biaya perpanjang sim c")).contains("sudah Anda lanjutkan lewat", "Rp75.000");
        assertThat(before.hears("brp biaya perpanjang sim c")).doesNotContain("lanjutkan lewat");
        assertThat(before.hears("ya")).doesNotContain("Nomor tiket");
        assertThat(stranger.hears("pindah " + code)).contains("tidak cocok");
    }

    @Test
    void ofTwoWhoTypeACodeAtOnceOneGetsTheForm() throws Exception {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = code(before.hears("PINDAH"));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> one = threads.submit(() -> after.hears("PINDAH " + code));
            Future<String> other = threads.submit(() -> stranger.hears("PINDAH " + code));
            assertThat(List.of(one.get(), other.get()))
                    .satisfiesOnlyOnce(text -> assertThat(text).contains("dilanjutkan di sini"))
                    .satisfiesOnlyOnce(text -> assertThat(text).contains("tidak cocok"));
        }
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
    void aFormKeepsItsLanguageWhereverItGoes() {
        before.say("I want to report a broken road in front of SD 3 Sukamaju");
        String code = code(before.hears("MOVE"));

        assertThat(after.hears("MOVE " + code)).contains("your report goes on here");
    }

    @Test
    void answersGivenAfterTheCodeComeAlong() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = code(before.hears("pindah ke telegram"));
        before.say("ubah 4");
        before.say("Siti");

        assertThat(after.hears(code)).contains("Siti");
    }

    @Test
    void nothingIsOverwrittenWhereAnotherReportIsBegun() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = code(before.hears("PINDAH"));
        after.say("mau lapor sampah menumpuk di pasar Wanasari");

        assertThat(after.hears("PINDAH " + code)).contains("belum selesai");
        after.say("batal");
        assertThat(after.hears("PINDAH " + code)).contains("SD 3 Sukamaju");
    }

    @Test
    void aCodeLeadsNowhereAtItsOwnDoor() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = code(before.hears("PINDAH"));

        assertThat(before.hears("PINDAH " + code)).contains("untuk saluran lain");
        assertThat(before.hears("ya")).contains("Nomor tiket");
    }

    @Test
    void wrongCodesAreCountedAndAllSoundTheSame() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String old = code(before.hears("PINDAH"));
        String code = code(before.hears("PINDAH"));

        String refused = after.hears("PINDAH " + wrong(code));
        assertThat(after.hears("PINDAH " + old)).isEqualTo(refused);
        for (int i = 2; i < Guesses.OF_ONE; i++) {
            assertThat(after.hears("PINDAH " + wrong(code))).isEqualTo(refused);
        }
        assertThat(after.hears("PINDAH " + code)).contains("terlalu sering");
        assertThat(stranger.hears("PINDAH " + code)).contains("SD 3 Sukamaju");
    }

    @Test
    void aCodeForMovingIsTooOldAfterTenMinutes() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = code(before.hears("PINDAH"));
        clock.advance(Passcodes.LIFETIME);

        assertThat(after.hears("PINDAH " + code)).contains("10 menit");
        clock.advance(Duration.ofDays(6));
        before.say("PINDAH");
        assertThat(after.hears("PINDAH " + code(before))).contains("SD 3 Sukamaju");
    }

    @Test
    void keepsNoDigitOfACode() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = code(before.hears("PINDAH")).replace(" ", "");

        assertThat(count(
                        "select count(*) from conversation_code c join conversation v on v.id = c.conversation"
                                + " where v.address = ? and used_at is null and length(hash) = 32",
                        before.address().value()))
                .isEqualTo(1);
        assertThat(count("select count(*) from conversation_code c where c::text like ?", "%" + code + "%"))
                .isZero();
        assertThat(outbox.latest(before.address(), 1).getFirst().message().author())
                .isEqualTo(Author.DESK);
        assertThat(before.hears("ulang")).doesNotContain(code.substring(0, 3) + " " + code.substring(3));
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
