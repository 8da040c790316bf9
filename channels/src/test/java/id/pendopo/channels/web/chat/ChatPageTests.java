package id.pendopo.channels.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.AgentVoice;
import id.pendopo.channels.ChannelsTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The chat in a browser that runs no script: a cookie jar and forms. */
@ChannelsTest
class ChatPageTests {

    private final ChatClient client;
    private final AgentVoice agent;
    private String cookie = "";

    ChatPageTests(@LocalServerPort int port, AgentVoice agent) {
        this.client = new ChatClient(port);
        this.agent = agent;
    }

    @Test
    void greetsAtTheFirstVisitAndRemembersNobodyYet() throws Exception {
        HttpResponse<String> page = client.get("/chat");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("Selamat datang", "lapor", "status", "petugas", "Bicara dengan petugas")
                .doesNotContain("??");
    }

    @Test
    void saysAMessageByFormAndShowsItAgainWithoutSayingItTwice() throws Exception {
        HttpResponse<String> sent = send("a", "pilihan");

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/chat#latest");
        send("a", "pilihan");
        String page = page();
        assertThat(page).containsOnlyOnce(">pilihan<").contains("id=\"latest\"", "Anda", "Asisten", " WIB</time>");
        assertThat(page)
                .contains("<a href=\"/help/ktp-hilang?via=chat\">Sumber: KTP-el hilang, versi 2 November 2026</a>")
                .contains("<a href=\"/help/kantor\">Jam buka kantor</a>")
                .containsPattern("<button [^>]*name=\"choice\"[^>]*value=\"biaya\"[^>]*>Berapa biayanya\\?</button>");
    }

    @Test
    void takesAPressedButtonAndThenOffersItNoMore() throws Exception {
        send("a", "pilihan");
        client.multipart(
                "/chat",
                List.of(ChatClient.field("clientId", "b"), ChatClient.field("choice", "biaya")),
                "Cookie",
                cookie);

        assertThat(page())
                .contains(">Berapa biayanya?<", "gema: biaya")
                .containsPattern("class=\"offered\"[^>]*>\\s*<li>Berapa biayanya\\?</li>\\s*<li>Berapa lama\\?</li>")
                .doesNotContain("name=\"choice\"");
    }

    @Test
    void showsWhoAtTheDeskWrites() throws Exception {
        send("a", "halo");
        agent.writes(
                new Address("web", cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf('.'))), "Sedang kami cek");

        assertThat(page()).contains("<b>Petugas Ani</b>", "Sedang kami cek");
    }

    @Test
    void keepsTheWordsThatCannotBeSentInTheirBoxAndSaysWhatToDo() throws Exception {
        String tooLong = "a".repeat(4_001);

        HttpResponse<String> page = send("a", tooLong);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("paling panjang 4.000 karakter. Yang Anda tulis 4.001", ">" + tooLong + "</textarea>")
                .contains("role=\"alert\"", "name=\"clientId\" value=\"a\"");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void asksForWordsBeforeAnEmptyFormIsSent() throws Exception {
        HttpResponse<String> page = send("a", " ");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Tulis pesan Anda dulu");
    }

    @Test
    void escapesWhatCitizensWrite() throws Exception {
        send("a", "<script>alert(1)</script>");

        assertThat(page()).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void takesAFileWithTheWords() throws Exception {
        HttpResponse<String> sent = client.multipart(
                "/chat",
                List.of(
                        ChatClient.field("clientId", "a"),
                        ChatClient.field("text", "ini fotonya"),
                        ChatClient.part("file", "surat.pdf", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))));
        keepCookie(sent);

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(page()).contains("1 lampiran", "gema: ini fotonya 1");
    }

    @Test
    void refusesAFileThatIsNoneAndKeepsTheWords() throws Exception {
        HttpResponse<String> page = client.multipart(
                "/chat",
                List.of(
                        ChatClient.field("clientId", "a"),
                        ChatClient.field("text", "ini fotonya"),
                        ChatClient.part("file", "foto.jpg", "bukan foto".getBytes(StandardCharsets.US_ASCII))));

        assertThat(page.statusCode()).isEqualTo(415);
        assertThat(page.body()).contains("bukan foto (JPEG, PNG, WebP) atau PDF", ">ini fotonya</textarea>");
    }

    @Test
    void refusesFormsOfOtherSites() throws Exception {
        for (String site : List.of("cross-site", "same-site")) {
            HttpResponse<String> page =
                    client.multipart("/chat", List.of(ChatClient.field("text", "halo")), "Sec-Fetch-Site", site);

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void speaksEnglish() throws Exception {
        assertThat(client.get("/chat", "Accept-Language", "en").body())
                .contains("Welcome", "Speak with a person")
                .doesNotContain("Selamat datang", "??");
    }

    @Test
    void weighsLittleAndBringsNothingFromElsewhere() throws Exception {
        String page = client.get("/chat").body();
        List<String> parts = new ArrayList<>(List.of(page));
        Matcher files = Pattern.compile("(?:src|href)=\"(/channels/[^\"]+)\"").matcher(page);
        while (files.find()) {
            HttpResponse<String> file = client.get(files.group(1));
            assertThat(file.statusCode()).isEqualTo(200);
            parts.add(file.body());
        }

        assertThat(parts).hasSize(3);
        assertThat(String.join("", parts).length()).isLessThan(25_000);
        assertThat(page)
                .doesNotContain("style=", "onclick=", "<style", "javascript:")
                .doesNotContain("src=\"http");
    }

    private HttpResponse<String> send(String clientId, String text) throws Exception {
        List<byte[]> fields = List.of(ChatClient.field("clientId", clientId), ChatClient.field("text", text));
        HttpResponse<String> sent = cookie.isEmpty()
                ? client.multipart("/chat", fields)
                : client.multipart("/chat", fields, "Cookie", cookie);
        keepCookie(sent);
        return sent;
    }

    private void keepCookie(HttpResponse<String> response) {
        response.headers()
                .firstValue("Set-Cookie")
                .ifPresent(header -> cookie = header.substring(0, header.indexOf(';')));
    }

    private String page() throws Exception {
        return client.get("/chat", "Cookie", cookie).body();
    }
}
