package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.channels.voice.phone.PhoneCall.Waiting;
import id.pendopo.channels.voice.phone.PhoneWebhooks;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketStatus;
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

    private final PhoneWebhooks line;
    private final Receiver conversations;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Tickets tickets;
    private final Disturbance disturbance;
    private final SettableClock clock;
    private final String number = "+62812555" + NUMBERS.incrementAndGet();

    CallTests(
            @LocalServerPort int port,
            Receiver conversations,
            Inbox inbox,
            Outbox outbox,
            Tickets tickets,
            Disturbance disturbance,
            SettableClock clock) {
        this.line = new PhoneWebhooks(
                HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:" + port),
                URI.create("https://desk.example.org"),
                "token-for-tests-0123456789abcdef");
        this.conversations = conversations;
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
        assertThat(check).contains("Laporan Anda. Jenis: Jalan", "Sudah benar?", "Tekan 1, Kirim laporan.");

        String done = caller.presses("1");

        String code = Caller.code(done);
        assertThat(done).contains("kirim lewat SMS", "paling lambat").doesNotContain("2026");
        assertThat(ticket(code).channel()).isEqualTo("twilio-voice");
        assertThat(texts()).singleElement().asString().contains(code, "STATUS");
    }

    @Test
    void saysInAFewWordsOfEachFurtherCallWhoSpeaksAndThatItIsNoted() throws IOException {
        caller().call().hangUp();

        assertThat(Caller.dials(line, number).hears())
                .contains("Asisten otomatis", "dicatat", "Tekan 1, Tanya layanan.")
                .doesNotContain("supaya petugas");
    }

    @Test
    void answersWhoeverPressesKeysAlone() throws IOException {
        Caller caller = caller();
        String topics = caller.presses("1");
        assertThat(topics).contains("Tekan 1, KTP", "Tekan 3, SIM dan kendaraan.", "Tekan 0, Bicara dengan petugas.");

        assertThat(caller.presses("3")).contains("Tekan 1, Memperpanjang SIM.", "Tekan 7,");
        String answer = caller.presses("1");

        assertThat(answer).contains("tujuh puluh lima ribu untuk SIM C", "Sumber:");
        assertThat(caller.presses("9")).isEqualTo(answer);
        assertThat(caller.presses("*")).contains("Tekan 1, Tanya layanan.");
    }

    @Test
    void takesAReportByKeysAndARecording() throws IOException {
        Caller caller = caller();
        assertThat(caller.presses("2")).contains("ceritakan", "Tekan 1, Pilih jenis masalah dengan tombol");

        assertThat(caller.presses("1")).contains("Tekan 1, Jalan atau jembatan rusak.", "Tekan 8, Jenis lain.");
        assertThat(caller.presses("8")).contains("Tekan 1, Pungutan liar");
        assertThat(caller.presses("8")).contains("Tekan 1, Hewan dan ternak.", "Tekan 3, Jenis lain.");
        assertThat(caller.presses("3")).contains("Tekan 1, Jalan atau jembatan rusak.");
        assertThat(caller.presses("3")).contains("Sesudah nada", "direkam", "Record");
        caller.call().leaveMessage(RECORDING, 20);

        String done = caller.hears();
        Ticket ticket = ticket(Caller.code(done));
        assertThat(done).contains("sudah kami terima", "kirim lewat SMS", "Hangup");
        assertThat(ticket.category()).isEqualTo("sampah");
        assertThat(inbox.received(ticket.conversation().orElseThrow()).getLast().attachments())
                .hasSize(1);
        assertThat(texts()).singleElement().asString().contains(ticket.code().digits());
    }

    @Test
    void saysNoRefusalTwiceAndOffersKeysAndAPersonAfterTwo() throws IOException {
        Caller caller = caller();
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            heard.add(caller.says("siapa juara liga inggris tahun seribu sembilan ratus " + i));
        }

        assertThat(heard.get(0)).contains("Tekan 0, Bicara dengan petugas.");
        for (int i = 1; i < 4; i++) {
            assertThat(heard.get(i))
                    .as("%s", heard)
                    .isNotEqualTo(heard.get(i - 1))
                    .contains("Tekan 1, KTP", "Tekan 0,");
        }
    }

    @Test
    void refusesNothingInAReportTwiceInTheSameWords() throws IOException {
        Caller caller = caller();
        caller.presses("2");
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            heard.add(caller.says("anu"));
        }

        for (int i = 1; i < 5; i++) {
            assertThat(heard.get(i))
                    .as("%s", heard)
                    .isNotEqualTo(heard.get(i - 1))
                    .contains("Tekan 1, Pilih jenis", "tekan nol");
        }
    }

    @Test
    void offersKeysToWhomItCannotHear() throws IOException {
        Caller caller = caller();
        caller.mumbles("kraksak", 0.1);

        assertThat(caller.mumbles("kraksak", 0.1)).contains("belum jelas", "Tekan 1, KTP", "Tekan 0,");
        assertThat(caller.presses("5")).contains("Tekan 1, Mendaftar");
    }

    @Test
    void textsNothingToALandlineAndNothingAboutAnAnonymousReport() throws IOException {
        Caller landline = Caller.dials(line, "+62215550" + NUMBERS.incrementAndGet());
        landline.presses("1");
        landline.says("mau lapor lampu jalan mati di Jalan Kenanga nomor 5");
        assertThat(landline.presses("1")).doesNotContain("SMS");

        Caller anonymous = caller();
        anonymous.says("mau lapor lampu jalan mati di Jalan Kenanga nomor 5");
        assertThat(anonymous.presses("2")).contains("nomor tiketnya").doesNotContain("SMS");
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
                .satisfies(file -> assertThat(file.type()).isEqualTo("audio/mpeg"));
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

    /** What the same number says by text message, and what it is answered. */
    private String writes(String text) {
        InboundMessage message = InboundMessage.text(
                "smsmain",
                "SM" + NUMBERS.incrementAndGet(),
                clock.instant(),
                "twilio-sms",
                new Address("smsmain", number),
                text);
        return Person.words(conversations
                .run(List.of(conversations.prepare(message)), Turn.Mode.ON_TIME)
                .getFirst());
    }

    @Test
    void writesToACallerWhatAnAgentAnswersAndTakesTheAnswer() throws IOException {
        Caller caller = caller();
        caller.says("mau lapor lampu jalan mati di Jalan Kenanga nomor 5");
        Ticket ticket = ticket(Caller.code(caller.presses("1")));

        tickets.handle(
                new TicketCommand.Reply(ticket.code(), ticket.version(), "Lampu yang sebelah mana?"),
                Actor.agent("ani"));
        assertThat(texts()).last().asString().contains("Lampuyangsebelahmana?");
        assertThat(writes("yang dekat masjid")).contains("tambahkan ke tiket");

        Ticket answered = ticket(ticket.code().digits());
        tickets.handle(
                new TicketCommand.Close(ticket.code(), answered.version(), Outcome.FIXED, "Sudah diganti."),
                Actor.agent("ani"));
        assertThat(texts()).last().asString().contains("Sudahdiganti.");
        writes("1");
        assertThat(ticket(ticket.code().digits()).status()).isEqualTo(TicketStatus.CONFIRMED);
    }

    @Test
    void showsTheDeskThatALandlineCannotBeWrittenTo() throws IOException {
        String landline = "+62215550" + NUMBERS.incrementAndGet();
        Caller caller = Caller.dials(line, landline);
        caller.presses("1");
        caller.says("mau lapor lampu jalan mati di Jalan Kenanga nomor 5");
        Ticket ticket = ticket(Caller.code(caller.presses("1")));

        tickets.handle(
                new TicketCommand.Reply(ticket.code(), ticket.version(), "Sudah kami catat."), Actor.agent("ani"));

        assertThat(outbox.latest(new Address("voicemain", landline), 1))
                .singleElement()
                .satisfies(sent -> assertThat(sent.state()).isEqualTo(Outbox.State.PENDING));
    }
}
