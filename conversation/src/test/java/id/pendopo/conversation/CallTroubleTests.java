package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.voice.phone.PhoneCall;
import id.pendopo.channels.voice.phone.PhoneCall.Waiting;
import id.pendopo.channels.voice.phone.PhoneWebhooks;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls that do not go well: nobody speaks, nothing is understood, something fails. None ends in silence or in a circle. */
@ConversationTest
class CallTroubleTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final PhoneWebhooks line;
    private final Outbox outbox;
    private final Tickets tickets;
    private final Disturbance disturbance;
    private final String number = "+62812556" + NUMBERS.incrementAndGet();

    CallTroubleTests(@LocalServerPort int port, Outbox outbox, Tickets tickets, Disturbance disturbance) {
        this.line = new PhoneWebhooks(
                HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:" + port),
                URI.create("https://desk.example.org"),
                "token-for-tests-0123456789abcdef");
        this.outbox = outbox;
        this.tickets = tickets;
        this.disturbance = disturbance;
    }

    @AfterEach
    void goesWellAgain() {
        disturbance.none();
    }

    /** Calls and chooses Indonesian. */
    private Caller caller() throws IOException {
        Caller caller = Caller.dials(line, number);
        caller.presses("1");
        return caller;
    }

    private int texts() {
        return outbox.latest(new Address("smsmain", number), 10).size();
    }

    @Test
    void endsACallInWhichNobodySpeaks() throws IOException {
        Caller caller = caller();
        String menu = caller.keepsSilent();

        assertThat(menu).contains("belum mendengar", "Tekan 2, Lapor masalah.");
        assertThat(caller.keepsSilent()).contains("belum mendengar", "bintang untuk menu", "Tekan 1, KTP");
        assertThat(caller.keepsSilent()).contains("Silakan menelepon lagi", "Hangup");
        assertThat(caller.call().waiting()).isEqualTo(Waiting.ENDED);
    }

    @Test
    void asksTwiceWhatItDidNotHearForCertainAndThenGetsAPerson() throws IOException {
        Caller caller = caller();

        assertThat(caller.mumbles("mau lampar", 0.1)).contains("kurang jelas", "Tekan 2, Lapor masalah.");
        assertThat(caller.mumbles("mau lampar", 0.1)).contains("belum jelas", "tombol telepon", "Tekan 1, KTP");
        assertThat(caller.mumbles("mau lampar", 0.1)).contains("saya sambungkan", "Dial");
    }

    @Test
    void forgetsWhatItDidNotHearOnceItHears() throws IOException {
        Caller caller = caller();
        caller.mumbles("mau lampar", 0.1);
        caller.mumbles("mau lampar", 0.1);
        caller.presses("1");

        assertThat(caller.mumbles("ktp", 0.1)).contains("kurang jelas").doesNotContain("Dial", "tombol telepon");
    }

    @Test
    void apologisesForAFaultAndGoesOn() throws IOException {
        Caller caller = caller();
        disturbance.onOpen(() -> {
            throw new IllegalStateException("always");
        });

        assertThat(caller.presses("0")).contains("ada gangguan pada kami", "tekan nol");
        assertThat(caller.says("berapa biaya perpanjang SIM C")).contains("rupiah");
    }

    @Test
    void goesOnByTheFallbackAddressWhenTheDeskIsAway() throws IOException {
        AtomicInteger failing = new AtomicInteger();
        Caller caller = Caller.dials(away(failing), number);
        caller.presses("1");
        failing.set(1);

        String heard = caller.says("berapa biaya perpanjang SIM C");

        assertThat(heard)
                .contains("ada gangguan", "Please wait", "Pause 3", "belum mendengar", "Tekan 2, Lapor masalah.");
        failing.set(100);
        assertThat(caller.presses("1"))
                .contains("menelepon lagi beberapa saat lagi", "call again in a while", "Hangup");
    }

    /** So many requests in a row get no answer, the fallback address aside. */
    private PhoneCall.Desk away(AtomicInteger failing) {
        return (address, form) -> !address.getPath().endsWith("/fallback") && failing.getAndDecrement() > 0
                ? new PhoneCall.Desk.Answer(503, "")
                : line.post(address, form);
    }

    @Test
    void answersEveryCallAlsoOfSomebodyWhoWithholdsTheNumber() throws IOException {
        Caller first = Caller.dials(line, "anonymous");
        first.presses("1");
        first.says("mau lapor jalan rusak di depan SD Negeri 3 Wanasari");

        Caller second = Caller.dials(line, "anonymous");

        assertThat(second.hears()).contains("Press 2, English.").doesNotContain("Lanjutkan");
        second.presses("1");
        assertThat(second.says("status")).contains("sepuluh angka");
    }

    @Test
    void takesUpAReportThatAHangUpInterrupted() throws IOException {
        Caller caller = caller();
        caller.says("mau lapor jalan rusak di depan SD Negeri 3 Wanasari");
        caller.call().hangUp();

        Caller again = Caller.dials(line, number);

        assertThat(again.hears()).contains("Tekan 1, Lanjutkan laporan.");
        assertThat(again.presses("1")).contains("Laporan Anda. Jenis: Jalan");
        assertThat(again.presses("4")).contains("dibatalkan");
    }

    @Test
    void signpostsDangerWithDigitsAndLetsTheCallerGo() throws IOException {
        assertThat(caller().says("tolong rumah saya kebakaran")).contains("telepon 113", "112", "Tutup telepon ini");
        assertThat(texts()).isZero();
    }

    @Test
    void keepsTheKeysWorkingWhenAnAgentWritesDuringTheCall() throws IOException {
        Caller caller = caller();
        caller.says("mau lapor lampu jalan mati di Jalan Kenanga nomor 5");
        Ticket ticket =
                tickets.find(new TicketCode(Caller.code(caller.presses("1")))).orElseThrow();
        tickets.handle(
                new TicketCommand.Reply(ticket.code(), ticket.version(), "Lampu yang sebelah mana?"),
                Actor.agent("ani"));

        assertThat(caller.says("yang dekat masjid")).contains("diteruskan ke petugas");
        assertThat(caller.says("sebelah kanan jalan")).contains("diteruskan ke petugas", "Tekan nol");
        assertThat(caller.presses("*")).contains("Tekan 1, Tanya layanan.");
        assertThat(caller.presses("0")).contains("saya sambungkan", "Dial");
    }

    @Test
    void endsPolitelyWhenTheCallerIsDone() throws IOException {
        assertThat(caller().says("sudah cukup")).contains("Sampai jumpa", "Hangup");
    }

    @Test
    void repeatsTheSameAnswerToTheSameWebhook() throws IOException {
        List<String> bodies = new ArrayList<>();
        PhoneCall.Desk twice = (address, form) -> {
            bodies.add(line.post(address, form).body());
            PhoneCall.Desk.Answer again = line.post(address, form);
            bodies.add(again.body());
            return again;
        };
        Caller caller = Caller.dials(twice, number);
        caller.presses("1");
        caller.says("lapor jalan rusak di depan SD Negeri 3 Wanasari");
        caller.presses("1");

        for (int i = 0; i < bodies.size(); i += 2) {
            assertThat(bodies.get(i)).isEqualTo(bodies.get(i + 1));
        }
        assertThat(texts()).isEqualTo(1);
        assertThat(outbox.latest(new Address("voicemain", number), 20))
                .extracting(Outbox.Sent::message)
                .extracting(OutboundMessage::turn)
                .containsExactly(1L, 2L, 3L, 4L);
    }
}
