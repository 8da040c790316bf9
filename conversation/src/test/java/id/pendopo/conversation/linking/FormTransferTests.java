package id.pendopo.conversation.linking;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SettableClock;
import id.pendopo.conversation.Told;
import id.pendopo.ticketing.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms that are begun in one conversation and sent in another, on a real database. */
@ConversationTest
class FormTransferTests {

    private final Told told;
    private final Outbox outbox;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Person before;
    private final Person after;
    private final Person stranger;

    FormTransferTests(People people, Told told, Outbox outbox, Tickets tickets, JdbcClient jdbc, SettableClock clock) {
        this.told = told;
        this.outbox = outbox;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.clock = clock;
        this.before = people.next();
        this.after = people.next();
        this.stranger = people.next();
    }

    private long count(String sql, Object... args) {
        return jdbc.sql(sql).params(args).query(Long.class).single();
    }

    @Test
    void aFormMovesWithItsAnswersAndIsEndedWhereItWas() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = Told.code(before.hears("PINDAH"));

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
        String code = Told.code(before.hears("PINDAH"));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> one = threads.submit(() -> after.hears("PINDAH " + code));
            Future<String> other = threads.submit(() -> stranger.hears("PINDAH " + code));
            assertThat(List.of(one.get(), other.get()))
                    .satisfiesOnlyOnce(text -> assertThat(text).contains("dilanjutkan di sini"))
                    .satisfiesOnlyOnce(text -> assertThat(text).contains("tidak cocok"));
        }
    }

    @Test
    void aFormKeepsItsLanguageWhereverItGoes() {
        before.say("I want to report a broken road in front of SD 3 Sukamaju");
        String code = Told.code(before.hears("MOVE"));

        assertThat(after.hears("MOVE " + code)).contains("your report goes on here");
    }

    @Test
    void answersGivenAfterTheCodeComeAlong() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = Told.code(before.hears("pindah ke telegram"));
        before.say("ubah 4");
        before.say("Siti");

        assertThat(after.hears(code)).contains("Siti");
    }

    @Test
    void nothingIsOverwrittenWhereAnotherReportIsBegun() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = Told.code(before.hears("PINDAH"));
        after.say("mau lapor sampah menumpuk di pasar Wanasari");

        assertThat(after.hears("PINDAH " + code)).contains("belum selesai");
        after.say("batal");
        assertThat(after.hears("PINDAH " + code)).contains("SD 3 Sukamaju");
    }

    @Test
    void aCodeLeadsNowhereAtItsOwnDoor() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = Told.code(before.hears("PINDAH"));

        assertThat(before.hears("PINDAH " + code)).contains("untuk saluran lain");
        assertThat(before.hears("ya")).contains("Nomor tiket");
    }

    @Test
    void wrongCodesAreCountedAndAllSoundTheSame() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String old = Told.code(before.hears("PINDAH"));
        String code = Told.code(before.hears("PINDAH"));

        String refused = after.hears("PINDAH " + Told.wrong(code));
        assertThat(after.hears("PINDAH " + old)).isEqualTo(refused);
        for (int i = 2; i < CodeAttempts.OF_ONE; i++) {
            assertThat(after.hears("PINDAH " + Told.wrong(code))).isEqualTo(refused);
        }
        assertThat(after.hears("PINDAH " + code)).contains("terlalu sering");
        assertThat(stranger.hears("PINDAH " + code)).contains("SD 3 Sukamaju");
    }

    @Test
    void aCodeForMovingIsTooOldAfterTenMinutes() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = Told.code(before.hears("PINDAH"));
        clock.advance(Passcodes.LIFETIME);

        assertThat(after.hears("PINDAH " + code)).contains("10 menit");
        clock.advance(Duration.ofDays(6));
        before.say("PINDAH");
        assertThat(after.hears("PINDAH " + told.code(before))).contains("SD 3 Sukamaju");
    }

    @Test
    void keepsNoDigitOfACode() {
        before.say("mau lapor jalan rusak depan SD 3 Sukamaju");
        String code = Told.code(before.hears("PINDAH")).replace(" ", "");

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
}
