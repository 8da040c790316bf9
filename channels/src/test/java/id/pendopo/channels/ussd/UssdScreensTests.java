package id.pendopo.channels.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.Block.CallStep.Next;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.ui.CountryPack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a session shows, and when it ends. */
class UssdScreensTests {

    private static final Address CITIZEN = new Address("line", "+6281234500011");

    private final UssdAdapter adapter = new UssdAdapter(Clock.systemUTC(), CountryPack.chosen(), (_, _) -> Set.of());
    private final ChannelAccount account = new ChannelAccount(
            "line", UssdAdapter.KIND, new UssdProperties("rahasia", "", List.of(), "", URI.create("/")));

    private String answered(String text, Optional<String> choice, Block... blocks) {
        InboundMessage message = new InboundMessage(
                "line",
                "s/1",
                Instant.EPOCH,
                UssdAdapter.KIND,
                CITIZEN,
                text,
                choice,
                Optional.empty(),
                List.of(),
                Optional.empty());
        List<Rendered> replies = blocks.length == 0 ? List.of() : List.of(rendered(blocks));
        return body(adapter.render(account, new TurnAnswer(Optional.of(message), 1, replies))
                .body());
    }

    private static Rendered rendered(Block... blocks) {
        return new Rendered(
                1,
                new OutboundMessage(
                        CITIZEN,
                        1,
                        1,
                        0,
                        OutboundMessage.Author.BOT,
                        Locale.of("id"),
                        List.of(blocks),
                        Optional.empty()));
    }

    private static String body(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static WebhookRequest request(String form) {
        return new WebhookRequest(
                "line",
                "POST",
                URI.create("https://desk.example.org"),
                "/rahasia",
                "",
                Map.of(),
                form.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void goesOnWithTheWayToTheMenu() {
        assertThat(answered("1", Optional.empty(), Block.Text.of("Di mana?"))).isEqualTo("CON Di mana?\n0. Menu");
    }

    @Test
    void showsNoWayToTheMenuBelowIt() {
        Block menu = new Block.Choices(List.of(new Choice("ask", "Tanya"), new Choice("report", "Lapor")));

        assertThat(answered("", Optional.of(Choice.MENU), menu)).isEqualTo("CON 1. Tanya\n2. Lapor");
        assertThat(answered("0", Optional.empty(), menu)).isEqualTo("CON 1. Tanya\n2. Lapor");
    }

    @Test
    void endsWhenTheDialogueIsOver() {
        Block end = new Block.CallStep("Terima kasih.", Next.HANG_UP);

        assertThat(answered("1", Optional.empty(), Block.Text.of("Tiket 1."), end))
                .isEqualTo("END Tiket 1.\nTerima kasih.");
    }

    @Test
    void endsWhenNobodyAnswersNow() {
        assertThat(answered("halo", Optional.empty())).isEqualTo("END Pesan Anda sudah kami teruskan ke petugas.");
    }

    @Test
    void asksForTheRestByAKeyBeforeItEnds() {
        Block end = new Block.CallStep("Terima kasih.", Next.HANG_UP);

        String screen = answered("1", Optional.empty(), Block.Text.of("Satu kalimat panjang. ".repeat(12)), end);

        assertThat(screen).startsWith("CON ").endsWith("\n9. Lanjut 0. Menu").hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void writesWithPlainCharactersBeforeItCounts() {
        assertThat(answered("1", Optional.empty(), Block.Text.of("“Jl. Melati” – RT 4…")))
                .isEqualTo("CON \"Jl. Melati\" - RT 4...\n0. Menu");
    }

    @Test
    void showsSeventyCharactersWhereOthersAreAmongThem() {
        String screen = answered("1", Optional.empty(), Block.Text.of("🙏 " + "kata ".repeat(40)));

        assertThat(screen).startsWith("CON 🙏").contains("9. Lanjut").hasSizeLessThanOrEqualTo(70);
    }

    @Test
    void apologizesOnAScreenInsteadOfEndingWithoutAWord() {
        assertThat(adapter.apology(account, request("sessionId=s&phoneNumber=%2B6281234500011&text=1")))
                .hasValueSatisfying(answer -> {
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(body(answer.body()))
                            .startsWith("END ")
                            .contains("Coba lagi beberapa saat", "try again")
                            .hasSizeLessThanOrEqualTo(160);
                });
        assertThat(adapter.apology(account, request("sessionId=s&phoneNumber=%2B6281234500011&status=Failed")))
                .isEmpty();
    }

    @Test
    void opensNoSession() {
        Assertions.assertThatExceptionOfType(SendFailed.class)
                .isThrownBy(() -> adapter.send(account, rendered(Block.Text.of("halo"))))
                .satisfies(failed -> assertThat(failed.outcome()).isEqualTo(SendFailed.Outcome.PERMANENT));
    }
}
