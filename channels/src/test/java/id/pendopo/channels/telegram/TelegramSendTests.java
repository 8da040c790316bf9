package id.pendopo.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What goes over the wire, and what the answers mean. */
class TelegramSendTests {

    private static final String CITIZEN = "5550001234";

    private final TelegramAdapter adapter =
            new TelegramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    private FakeTelegram telegram;

    @BeforeEach
    void start() throws IOException {
        telegram = new FakeTelegram();
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void sendsPlainWordsAndReturnsTelegramsId() throws SendFailed {
        assertThat(send(Block.Text.of("Biaya <b>Rp75.000</b> & _gratis_"))).contains("1001");

        JsonNode sent = sent();
        assertThat(sent.path("chat_id").asString()).isEqualTo(CITIZEN);
        assertThat(sent.path("text").asString()).isEqualTo("Biaya <b>Rp75.000</b> & _gratis_");
        assertThat(sent.has("parse_mode")).isFalse();
        assertThat(sent.path("link_preview_options").path("is_disabled").asBoolean())
                .isTrue();
    }

    @Test
    void namesTheSourceOfAnAnswer() throws SendFailed {
        send(
                Block.Text.of("Rp75.000"),
                new Block.Source("SIM C", "/help/sim-c", 3, "2026-11-03", "https://polri.example"),
                new Block.Link("Formulir", "https://desa.example/f"));

        assertThat(sent().path("text").asString())
                .isEqualTo(
                        "Rp75.000\n\nSumber: SIM C, 3 November 2026\nhttps://desk.example.org/help/sim-c?via=telegram\n\n"
                                + "Formulir: https://desa.example/f");
    }

    @Test
    void putsChoicesIntoButtons() throws SendFailed {
        send(
                Block.Text.of("Apa yang Anda perlukan?"),
                new Block.Choices(List.of(
                        new Choice("ask", "Tanya layanan"),
                        new Choice("report", "Lapor masalah"),
                        new Choice("status", "Lacak tiket"))));

        JsonNode rows = sent().path("reply_markup").path("inline_keyboard");
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.at("/0/1/text").asString()).isEqualTo("Lapor masalah");
        assertThat(rows.at("/0/1/callback_data").asString()).isEqualTo("report");
        assertThat(sent().path("text").asString()).isEqualTo("Apa yang Anda perlukan?");
    }

    @Test
    void givesALongLabelARowOfItsOwnAndWritesOutWhatNoButtonCarries() throws SendFailed {
        send(new Block.Choices(List.of(
                new Choice("article:a", "Perpanjangan Surat Izin Mengemudi"),
                new Choice("x".repeat(65), "Yang lain"))));

        assertThat(sent().path("text").asString()).isEqualTo("Tulis nomornya untuk memilih:\n2. Yang lain");
        assertThat(sent().at("/reply_markup/inline_keyboard").size()).isEqualTo(1);
    }

    @Test
    void asksForAPlaceByAButtonThatSendsIt() throws SendFailed {
        send(Block.Text.of("Di mana tempatnya?"), new Block.LocationRequest("Kirim lokasi"));

        JsonNode button = sent().at("/reply_markup/keyboard/0/0");
        assertThat(button.path("text").asString()).isEqualTo("Kirim lokasi");
        assertThat(button.path("request_location").asBoolean()).isTrue();
        assertThat(sent().path("text").asString()).isEqualTo("Di mana tempatnya?");
    }

    @Test
    void saysSomethingAboveButtonsThatStandAlone() throws SendFailed {
        send(new Block.Choices(List.of(new Choice("ask", "Tanya"))));
        send(new Block.LocationRequest("Kirim lokasi"));
        send(new Block.Media(new Attachment("image/png", "1"), ""));

        assertThat(texts())
                .containsExactly(
                        "Silakan pilih:",
                        "Kirim lokasi",
                        "Ada berkas untuk Anda yang tidak dapat dikirim lewat Telegram. Tulis PETUGAS untuk memintanya.");
    }

    @Test
    void namesTheOfficerWhoWrites() throws SendFailed {
        adapter.send(line(), message(Author.AGENT, Optional.of("Ani"), Block.Text.of("Besok kami tambal.")));

        assertThat(texts()).containsExactly("Petugas Ani:\nBesok kami tambal.");
    }

    @Test
    void cutsAVeryLongTextAtASpaceAndPutsTheButtonsLast() throws SendFailed {
        String text = "kata ".repeat(1700).strip();
        send(Block.Text.of(text), new Block.Choices(List.of(new Choice("menu", "Menu"))));

        assertThat(texts()).hasSize(3).allMatch(piece -> piece.length() <= TelegramAdapter.LONGEST);
        assertThat(String.join(" ", texts())).isEqualTo(text);
        assertThat(telegram.asked("sendMessage"))
                .extracting(asked -> asked.json().has("reply_markup"))
                .containsExactly(false, false, true);
    }

    @Test
    void neverTearsACharacterApart() throws SendFailed {
        send(Block.Text.of("x" + "\ud83d\udca1".repeat(2100)));

        assertThat(texts()).hasSize(2).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "403, BLOCKED, blocked",
        "400, PERMANENT, 400",
        "401, RETRY, 401",
        "404, RETRY, 404",
        "429, LIMITED, 429",
        "500, RETRY, 500"
    })
    void knowsWhatARefusalMeans(int code, Outcome outcome, String name) {
        telegram.answers("sendMessage", code, "{\"ok\": false, \"error_code\": " + code + ", \"description\": \"no\"}");

        assertThat(failure()).returns(outcome, SendFailed::outcome).returns(name, SendFailed::code);
    }

    @Test
    void waitsAsLongAsTelegramAsks() {
        telegram.answers(
                "sendMessage", 429, "{\"ok\": false, \"error_code\": 429, \"parameters\": {\"retry_after\": 37}}");

        assertThat(failure().retryAfter()).contains(Duration.ofSeconds(37));
    }

    @Test
    void takesAProxysPageForWhatItsStatusSays() {
        telegram.answers("sendMessage", 502, "<html>Bad Gateway</html>");

        assertThat(failure()).returns(Outcome.RETRY, SendFailed::outcome).returns("502", SendFailed::code);
    }

    @Test
    void doesNotKnowWhenTheAnswerIsUnreadableOrTheConnectionBreaks() {
        telegram.answers("sendMessage", 200, "nonsense");
        assertThat(failure().outcome()).isEqualTo(Outcome.UNKNOWN);

        telegram.answers("sendMessage", exchange -> exchange.close());
        assertThat(failure().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(telegram.asked("sendMessage")).hasSize(2);
    }

    @Test
    void triesAgainWhenNobodyListens() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        ChannelAccount line = line(URI.create("http://127.0.0.1:" + closed));

        SendFailed failed = catchThrowableOfType(
                SendFailed.class,
                () -> adapter.send(line, message(Author.BOT, Optional.empty(), Block.Text.of("halo"))));

        assertThat(failed).returns(Outcome.RETRY, SendFailed::outcome).returns("unreachable", SendFailed::code);
    }

    @Test
    void doesNotBeginALongReplyAgainWhoseBeginningArrived() {
        telegram.answers("sendMessage", exchange -> {
            boolean first = telegram.asked("sendMessage").size() == 1;
            String body =
                    first ? "{\"ok\": true, \"result\": {\"message_id\": 1}}" : "{\"ok\": false, \"error_code\": 429}";
            FakeTelegram.respond(exchange, first ? 200 : 429, body.getBytes());
        });

        SendFailed failed = catchThrowableOfType(SendFailed.class, () -> send(Block.Text.of("kata ".repeat(1000))));

        assertThat(failed.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    /** Proxies close what is idle for 5 s: a message that is written just then may have been read or not. */
    @Test
    void usesNoConnectionThatWasIdleForLong() throws SendFailed {
        Set<Integer> ports = ConcurrentHashMap.newKeySet();
        telegram.answers("sendMessage", exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            FakeTelegram.respond(exchange, 200, "{\"ok\": true, \"result\": {\"message_id\": 1}}".getBytes());
        });
        send(Block.Text.of("satu"));

        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        send(Block.Text.of("dua"));

        assertThat(ports).hasSize(2);
    }

    private SendFailed failure() {
        return catchThrowableOfType(SendFailed.class, () -> send(Block.Text.of("halo")));
    }

    private Optional<String> send(Block... blocks) throws SendFailed {
        return adapter.send(line(), message(Author.BOT, Optional.empty(), blocks));
    }

    private JsonNode sent() {
        return telegram.asked("sendMessage").getLast().json();
    }

    private List<String> texts() {
        return telegram.asked("sendMessage").stream()
                .map(asked -> asked.json().path("text").asString())
                .toList();
    }

    private ChannelAccount line() {
        return line(telegram.address());
    }

    private static ChannelAccount line(URI api) {
        return new ChannelAccount(
                "telegram",
                "telegram",
                new TelegramProperties(FakeTelegram.TOKEN, "rahasia", TelegramProperties.Mode.WEBHOOK, api));
    }

    private static Rendered message(Author author, Optional<String> speaker, Block... blocks) {
        return new Rendered(
                1,
                new OutboundMessage(
                        new Address("telegram", CITIZEN),
                        1,
                        1,
                        0,
                        author,
                        Locale.of("id"),
                        Stream.of(blocks).toList(),
                        Optional.empty(),
                        speaker));
    }
}
