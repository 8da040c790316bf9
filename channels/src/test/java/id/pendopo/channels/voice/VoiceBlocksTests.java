package id.pendopo.channels.voice;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.Block;
import id.pendopo.channels.Call;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.twilio.TwilioClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** How each kind of block sounds, and where the call goes after it. */
class VoiceBlocksTests {

    private static final Locale ID = Locale.of("id");
    private static final String GATHER_ID =
            "<Gather action=\"/desk/webhooks/voicemain/turn/7\" actionOnEmptyResult=\"true\" ";

    private final TwilioVoiceAdapter adapter = new TwilioVoiceAdapter(
            Clock.systemUTC(),
            new MockEnvironment().withProperty("pendopo.public-url", "https://example.org/desk/"),
            () -> "",
            TwilioClient.pooled());

    private static ChannelAccount account(String agent) {
        return new ChannelAccount(
                "voicemain",
                "twilio-voice",
                new TwilioVoiceProperties(
                        "AC1", "token", "+622150001235", agent, "", 0.4, URI.create("https://api.twilio.com")));
    }

    private String said(Locale language, String happened, Block... blocks) {
        return said("+622150001236", language, happened, blocks);
    }

    private String said(String agent, Locale language, String happened, Block... blocks) {
        Address citizen = new Address("voicemain", "+6281234500021");
        InboundMessage message = new InboundMessage(
                "voicemain",
                "CA1/6",
                Instant.EPOCH,
                "twilio-voice",
                citizen,
                "",
                Optional.of(happened),
                Optional.empty(),
                List.of(),
                Optional.empty());
        OutboundMessage reply = new OutboundMessage(
                citizen, 1, 7, 0, OutboundMessage.Author.BOT, language, List.of(blocks), Optional.empty());
        List<Rendered> replies = blocks.length == 0 ? List.of() : List.of(new Rendered(1, reply));
        WebhookAnswer answer = adapter.render(account(agent), new TurnAnswer(Optional.of(message), 7, replies));
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void saysTheSpokenFormOfWordsAndListensForAnything() {
        Block text = new Block.Text(
                "Tulis <LAPOR> & kirim", Optional.of("LAPOR"), Optional.of("Katakan lapor & tunggu <ya> di R&D."));

        assertThat(said(ID, "1", text))
                .contains(GATHER_ID, "input=\"dtmf speech\"", ">Katakan lapor dan tunggu ya di R&amp;D.</Say></Gather>")
                .doesNotContain("numDigits");
        assertThat(said(Locale.ENGLISH, "1", Block.Text.of("Hello.")))
                .contains("language=\"en-US\"", "voice=\"Google.en-US-Standard-C\">Hello.</Say>");
    }

    @Test
    void namesChoicesByKeyAPersonByZeroAndALanguageInItself() {
        Block choices = new Block.Choices(List.of(
                new Choice("report", "Lapor masalah"),
                new Choice("person", "Petugas"),
                new Choice("lang:en", "English")));

        assertThat(said(ID, "1", choices))
                .contains("numDigits=\"1\"", "hints=\"Lapor masalah, Petugas, English\"")
                .contains("Tekan 1, Lapor masalah. Tekan 0, Petugas.</Say>")
                .containsPattern("<Say language=\"en-US\"[^>]*>Press 3, English.</Say>");
    }

    @Test
    void leavesTheKeysForRepeatingAndForAPersonFree() {
        Block choices = new Block.Choices(IntStream.rangeClosed(1, 16)
                .mapToObj(i -> new Choice("value:" + i, "Pilihan"))
                .toList());

        assertThat(said(ID, "1", choices))
                .contains("Tekan 8, Pilihan.", "sebutkan pilihan lain")
                .doesNotContain("Tekan 9");
    }

    @Test
    void takesALongNumberWhereNoChoiceIsLeft() {
        assertThat(said(ID, "1", Block.Text.of("Nomor tiketnya?"), new Block.Choices(List.of())))
                .doesNotContain("numDigits");
    }

    @Test
    void namesThePersonHoweverManyChoicesComeBefore() {
        List<Choice> choices = new ArrayList<>(IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new Choice("value:" + i, "Pilihan"))
                .toList());
        choices.add(new Choice(Choice.PERSON, "Petugas"));

        assertThat(said(ID, "1", new Block.Choices(choices))).contains("Tekan 0, Petugas.");
    }

    @Test
    void saysWhereAFactComesFromAndReadsNoAddress() {
        Block source = new Block.Source("Perpanjangan SIM", "/help/sim", 3, "2026-03-01", "https://polri.go.id");

        assertThat(said(
                        ID,
                        "1",
                        source,
                        new Block.Link("Buka", "https://x.example.org"),
                        new Block.LocationRequest("Kirim")))
                .contains("Sumber: Perpanjangan SIM, diperbarui satu Maret dua ribu dua puluh enam.")
                .doesNotContain("http", "Kirim", "Buka");
        assertThat(said(Locale.ENGLISH, "1", source))
                .contains("Source: Perpanjangan SIM, updated one March twenty twenty-six.");
        assertThat(said(ID, "1", new Block.Media(new Attachment("image/png", "1"), "Foto jalan.")))
                .contains("Foto jalan.");
    }

    @Test
    void putsThroughRecordsAndHangsUp() {
        assertThat(said(ID, "1", new Block.HandoverNotice("Saya sambungkan.")))
                .contains("Saya sambungkan.</Say><Dial action=\"/desk/webhooks/voicemain/turn/7\"")
                .contains("<Number>+622150001236</Number></Dial></Response>");
        assertThat(said("", ID, "1", new Block.HandoverNotice("Saya sambungkan.")))
                .contains("tinggalkan pesan", "<Record ")
                .doesNotContain("<Dial");
        assertThat(said(ID, "1", new Block.CallStep("Silakan.", Block.CallStep.Next.RECORD)))
                .contains("Silakan.</Say><Record ", "<Hangup/>")
                .doesNotContain("transcribe");
        assertThat(said(Locale.ENGLISH, "1", new Block.CallStep("Please.", Block.CallStep.Next.RECORD)))
                .contains("transcribe=\"true\" transcribeCallback=\"/desk/webhooks/voicemain/transcribed\"");
        assertThat(said(ID, "1", new Block.CallStep("Sampai jumpa.", Block.CallStep.Next.HANG_UP)))
                .endsWith("Sampai jumpa.</Say><Hangup/></Response>");
    }

    @Test
    void remembersInTheAddressHowOftenItDidNotUnderstand() {
        assertThat(said(ID, Call.UNHEARD + "1", Block.Text.of("Di mana?")))
                .contains("turn/7?missed=1\"", "kurang jelas mendengarnya. Di mana?")
                .doesNotContain("tombol telepon");
        assertThat(said(ID, Call.SILENT + "2", Block.Text.of("Di mana?")))
                .contains("turn/7?missed=2\"", "masih belum mendengar", "tombol telepon", "Di mana?");
    }

    @Test
    void leavesNoCallerInSilence() {
        assertThat(said(ID, "1", new Block.Link("Lacak", "/track")))
                .contains("Lacak: alamatnya tidak dapat dibacakan.");
        assertThat(said(ID, "1", new Block.LocationRequest("Kirim lokasi")))
                .contains("Sebutkan tempatnya")
                .doesNotContain("Kirim");
        assertThat(said(Locale.ENGLISH, "1", new Block.Media(new Attachment("image/png", "1"), "")))
                .contains("There is a file for you");
        assertThat(said(ID, "1")).contains("<Gather ", "sudah diteruskan ke petugas");
        assertThat(new String(
                        adapter.render(account(""), TurnAnswer.acknowledgement())
                                .body(),
                        StandardCharsets.UTF_8))
                .endsWith("<Response/>");
    }
}
