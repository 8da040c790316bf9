package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.voice.PhoneCall;
import id.pendopo.channels.voice.PhoneCall.Waiting;
import id.pendopo.channels.voice.PhoneLine;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Tickets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whole calls, over HTTP, by signed webhooks: people without a smartphone. */
@ConversationTest
class CallTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
    private static final URI RECORDING = URI.create("http://127.0.0.1:9/2010-04-01/Accounts/AC1/Recordings/RE0a1b");

    private final PhoneLine line;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Tickets tickets;
    private final Disturbance disturbance;
    private final SettableClock clock;
    private final String number = "+62812555" + NUMBERS.incrementAndGet();

    CallTests(
            @LocalServerPort int port,
            Inbox inbox,
            Outbox outbox,
            Tickets tickets,
            Disturbance disturbance,
            SettableClock clock) {
        this.line = new PhoneLine(
                HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:" + port),
                URI.create("https://desk.example.org"),
                "token-for-tests-0123456789abcdef");
        this.inbox = inbox;
        this.outbox = outbox;
        this.tickets = tickets;
        this.disturbance = disturbance;
        this.clock = clock;
    }

    @AfterEach
    void morning() {
        disturbance.none();
        at("2026-03-17T09:00+07:00");
    }

    private void at(String moment) {
        clock.at(OffsetDateTime.parse(moment).toInstant());
    }

    /** Calls and chooses Indonesian. */
    private Caller caller() throws IOException {
        Caller caller = Caller.dials(line, number);
        caller.presses("1");
        return caller;
    }

    private List<String> texts() {
        return outbox.latest(new Address("smsmain", number), 10).stream()
                .map(sent -> ((Block.Text) sent.message().blocks().getFirst())
                        .briefly()
                        .replace(" ", ""))
                .toList();
    }

    private Ticket ticket(String code) {
        return tickets.find(new TicketCode(code)).orElseThrow();
    }

    @Test
    void greetsAnnouncesThatItTakesNotesAndLetsTheLanguageBeChosen() throws IOException {
        Caller caller = Caller.dials(line, number);

        assertThat(caller.hears())
                .contains("Terima kasih sudah menelepon Kabupaten Wanasari", "asisten otomatis", "dicatat")
                .contains("Tekan 1, Bahasa Indonesia.", "Press 2, English.");
        assertThat(caller.presses("2"))
                .contains("Say your question", "Press 1, Ask about a service", "Press 0, Talk to a person")
                .contains("Tekan 5, Bahasa Indonesia");

        caller.call().hangUp();
        assertThat(Caller.dials(line, number).hears())
                .contains("Thank you for calling", "Press 1")
                .doesNotContain("Press 2, English.");
    }

    @Test
    void goesOnInIndonesianWhenNoLanguageIsChosen() throws IOException {
        Caller caller = Caller.dials(line, number);

        assertThat(caller.keepsSilent()).contains("Tekan 2, Lapor masalah.");
    }

    @Test
    void answersAQuestionAloudWithItsSourceAndRepeatsIt() throws IOException {
        Caller caller = caller();
        String answer = caller.says("berapa biaya perpanjang SIM C");

        assertThat(answer)
                .contains("tujuh puluh lima ribu rupiah", "Sumber:", "tekan bintang")
                .doesNotContain("Rp", "http", "2026-");
        assertThat(caller.presses("9")).isEqualTo(answer);
        assertThat(caller.presses("*")).contains("Tekan 1, Tanya layanan.");
    }

    @Test
    void takesAReportBySpeechAndKeys() throws IOException {
        Caller caller = caller();
        caller.presses("2");
        String check = caller.says("jalan berlubang besar di depan SD Negeri 3 Wanasari");
        assertThat(check).contains("Laporan Anda. Jenis: Jalan", "Sudah benar?", "Tekan 1, Kirim.");

        String done = caller.presses("1");

        String code = Caller.code(done);
        assertThat(done).contains("kirim lewat SMS", "paling lambat").doesNotContain("2026");
        assertThat(ticket(code).channel()).isEqualTo("twilio-voice");
        assertThat(texts()).singleElement().asString().contains(code, "STATUS");
    }

    @Test
    void textsNothingToALandlineAndNothingAboutAnAnonymousReport() throws IOException {
        Caller landline = Caller.dials(line, "+62215550" + NUMBERS.incrementAndGet());
        landline.presses("1");
        landline.says("mau lapor lampu jalan mati di Jalan Kenanga nomor 5");
        assertThat(landline.presses("1")).doesNotContain("SMS");

        Caller anonymous = caller();
        anonymous.says("mau lapor lampu jalan mati di Jalan Kenanga nomor 5");
        assertThat(anonymous.presses("2")).contains("tanda terimanya").doesNotContain("SMS");
        assertThat(texts()).isEmpty();
    }

    @Test
    void tellsTheStateOfATicketByKeysAndBySpeech() throws IOException {
        Caller reporter = caller();
        reporter.says("mau lapor sampah menumpuk di pasar baru Wanasari");
        String code = Caller.code(reporter.presses("1"));
        assertThat(reporter.says("status")).contains("sudah kami terima");

        Caller other = Caller.dials(line, "+62812666" + NUMBERS.incrementAndGet());
        other.presses("1");
        assertThat(other.presses("3")).contains("sepuluh angka");
        assertThat(other.presses(code.substring(1) + "#")).contains("9 angka");
        assertThat(other.presses(code + "#")).contains("sudah kami terima", "empat angka terakhir");
        assertThat(other.presses(number.substring(number.length() - 4) + "#")).contains("tentang");

        Caller third = Caller.dials(line, "+62812777" + NUMBERS.incrementAndGet());
        third.presses("1");
        assertThat(third.says(inWords(code))).contains("sudah kami terima");
    }

    private static String inWords(String digits) {
        String[] words = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split(" ");
        return digits.chars().mapToObj(digit -> words[digit - '0']).collect(Collectors.joining(" "));
    }

    @Test
    void putsACallerThroughInOfficeHours() throws IOException {
        Caller caller = caller();

        String heard = caller.presses("0");

        assertThat(heard).contains("saya sambungkan", "Dial +622155500114");
        assertThat(caller.call().waiting()).isEqualTo(Waiting.PERSON);
        caller.call().personAnswers("completed");
        assertThat(caller.hears()).contains("Terima kasih sudah menelepon", "Hangup");
        assertThat(texts()).hasSize(1);
    }

    @Test
    void takesAMessageWhenNobodyAnswers() throws IOException {
        Caller caller = caller();
        caller.presses("0");
        caller.call().personAnswers("no-answer");

        String heard = caller.hears();

        String code = Caller.code(heard);
        assertThat(heard).contains("belum bisa menjawab", "sesudah nada", "direkam", "Record");
        caller.call().leaveMessage(RECORDING, 12);
        assertThat(caller.hears()).contains("sudah kami simpan di tiket", "Hangup");
        long conversation = ticket(code).conversation().orElseThrow();
        assertThat(inbox.received(conversation).getLast().attachments())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.type()).isEqualTo("audio/mpeg");
                    assertThat(file.ref()).isEqualTo(RECORDING + ".mp3");
                });
    }

    @Test
    void takesAMessageOutsideOfficeHoursAndKeepsWhatIsUnderstoodOfIt() throws IOException {
        at("2026-03-17T20:00+07:00");
        Caller caller = Caller.dials(line, number);
        caller.presses("2");

        String heard = caller.presses("0");

        String code = Caller.code(heard);
        assertThat(heard)
                .contains("seven thirty a.m., Western Indonesia Time", "after the tone", "Record")
                .doesNotContain("Dial");
        caller.call().leaveMessage(RECORDING, 30);
        line.post(
                URI.create("/webhooks/voicemain/transcribed"),
                Map.of(
                        "AccountSid", "AC0123456789abcdef0123456789abcdef",
                        "CallSid", caller.call().sid(),
                        "From", number,
                        "To", "+622155500113",
                        "RecordingSid", "RE0a1b",
                        "TranscriptionSid", "TR" + NUMBERS.incrementAndGet(),
                        "TranscriptionStatus", "completed",
                        "TranscriptionText", "The lamp is broken."));
        assertThat(inbox.received(ticket(code).conversation().orElseThrow())
                        .getLast()
                        .text())
                .isEqualTo("The lamp is broken.");
    }

    @Test
    void endsACallInWhichNobodySpeaks() throws IOException {
        Caller caller = caller();
        String menu = caller.keepsSilent();

        assertThat(menu).contains("belum mendengar", "Tekan 2, Lapor masalah.");
        assertThat(caller.keepsSilent()).contains("belum mendengar", "bintang untuk menu", "Tekan 2, Lapor masalah.");
        assertThat(caller.keepsSilent()).contains("Silakan menelepon lagi", "Hangup");
        assertThat(caller.call().waiting()).isEqualTo(Waiting.ENDED);
    }

    @Test
    void asksTwiceWhatItDidNotHearForCertainAndThenGetsAPerson() throws IOException {
        Caller caller = caller();

        assertThat(caller.mumbles("mau lampar", 0.1)).contains("kurang jelas", "Tekan 2, Lapor masalah.");
        assertThat(caller.mumbles("mau lampar", 0.1)).contains("kurang jelas", "tombol telepon");
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
        assertThat(texts()).isEmpty();
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
        assertThat(texts()).hasSize(1);
        assertThat(outbox.latest(new Address("voicemain", number), 20))
                .extracting(Outbox.Sent::message)
                .extracting(OutboundMessage::turn)
                .containsExactly(1L, 2L, 3L, 4L);
    }
}
