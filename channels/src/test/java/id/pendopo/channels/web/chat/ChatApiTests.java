package id.pendopo.channels.web.chat;

import static id.pendopo.channels.web.chat.ChatClient.json;
import static id.pendopo.channels.web.chat.ChatClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.ChannelsTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The chat API as its contract says, over real HTTP. */
@ChannelsTest
class ChatApiTests {

    private final ChatClient client;
    private final JdbcClient jdbc;
    private final int port;

    ChatApiTests(@LocalServerPort int port, JdbcClient jdbc) {
        this.client = new ChatClient(port);
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void beginsAChat() throws Exception {
        HttpResponse<String> begun = client.post("/api/chat", "{\"account\": \"web\", \"lang\": \"en\"}");

        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(json(begun).propertyNames()).containsExactly("conversation", "token", "events");
        assertThat(json(begun).get("events").stringValue())
                .isEqualTo("http://127.0.0.1:" + port + "/api/chat/"
                        + json(begun).get("conversation").stringValue() + "/events");
        assertThat(begun.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void beginsAChatOnNoLineButAWebLine() throws Exception {
        for (String account : new String[] {"nobody", "testpush"}) {
            HttpResponse<String> answer = client.post("/api/chat", "{\"account\": \"" + account + "\"}");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(problem(answer)).isEqualTo("account");
        }
    }

    @Test
    void answersWithEverythingThatAReplyHas() throws Exception {
        HttpResponse<String> answer = client.say(client.begin(), "{\"clientId\": \"a\", \"text\": \"pilihan\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(JsonMapper.shared().readTree("""
                {"turn": 1, "replies": [{
                  "id": "1.0", "turn": 1, "from": "bot", "lang": "id",
                  "text": "KTP-el yang hilang diganti tanpa biaya.\\nBawa surat keterangan hilang dan KK.",
                  "choices": [{"id": "biaya", "label": "Berapa biayanya?"}, {"id": "waktu", "label": "Berapa lama?"}],
                  "citation": {"title": "KTP-el hilang", "url": "/help/ktp-hilang", "version": 3,
                               "date": "2026-11-02", "source": "https://example.go.id/perpres"},
                  "links": [{"label": "Jam buka kantor", "url": "/help/kantor"}],
                  "ticket": "4821773021"}]}
                """));
    }

    @Test
    void leavesOutWhatAReplyDoesNotHave() throws Exception {
        HttpResponse<String> answer = client.say(client.begin(), "{\"clientId\": \"a\", \"text\": \"halo\"}");

        assertThat(answer.body())
                .isEqualTo("{\"turn\":1,\"replies\":[{\"id\":\"1.0\",\"turn\":1,\"from\":\"bot\","
                        + "\"lang\":\"id\",\"text\":\"gema: halo\",\"choices\":[],\"links\":[]}]}");
    }

    @Test
    void namesTheTurnOfASilentAnswer() throws Exception {
        assertThat(client.say(client.begin(), "{\"clientId\": \"a\", \"text\": \"diam\"}")
                        .body())
                .isEqualTo("{\"turn\":1,\"replies\":[]}");
    }

    @Test
    void answersARepeatedMessageByteForByteAndHearsItOnce() throws Exception {
        ChatClient.Chat chat = client.begin();
        HttpResponse<String> first = client.say(chat, "{\"clientId\": \"a\", \"text\": \"pilihan\"}");
        HttpResponse<String> choice = client.say(chat, "{\"clientId\": \"b\", \"choice\": \"biaya\"}");

        assertThat(client.say(chat, "{\"clientId\": \"a\", \"text\": \"lain\"}").body())
                .isEqualTo(first.body());
        assertThat(client.say(chat, "{\"clientId\": \"b\", \"choice\": \"biaya\"}")
                        .body())
                .isEqualTo(choice.body());
        assertThat(heard(chat)).isEqualTo(2);
    }

    @Test
    void keepsEqualClientIdsOfTwoChatsApart() throws Exception {
        client.say(client.begin(), "{\"clientId\": \"a\", \"text\": \"satu\"}");

        assertThat(client.say(client.begin(), "{\"clientId\": \"a\", \"text\": \"dua\"}")
                        .body())
                .contains("gema: dua");
    }

    @Test
    void takesAChoiceThatWasOfferedAndNoOther() throws Exception {
        ChatClient.Chat chat = client.begin();
        HttpResponse<String> early = client.say(chat, "{\"clientId\": \"a\", \"choice\": \"biaya\"}");
        client.say(chat, "{\"clientId\": \"b\", \"text\": \"pilihan\"}");

        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(problem(early)).isEqualTo("choice");
        assertThat(json(early).get("detail").stringValue()).contains("Tekan salah satu tombol");
        assertThat(client.say(chat, "{\"clientId\": \"c\", \"choice\": \"biaya\"}")
                        .body())
                .contains("gema: biaya");
        assertThat(heard(chat)).isEqualTo(2);
    }

    @Test
    void takesAPlace() throws Exception {
        assertThat(client.say(client.begin(), "{\"clientId\": \"a\", \"location\": {\"lat\": -6.9, \"lon\": 107.6}}")
                        .body())
                .contains("gema: -6.9 107.6");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no JSON                  | clientId=a                                              | body
            half a JSON              | {"clientId": "a"                                        | body
            a list                   | []                                                      | body
            no client id             | {"text": "halo"}                                        | client-id
            empty client id          | {"clientId": "", "text": "halo"}                        | client-id
            client id is no text     | {"clientId": true, "text": "halo"}                      | body-string
            text is a number         | {"clientId": "a", "text": 1}                            | body-string
            nothing said             | {"clientId": "a"}                                       | empty
            only blanks              | {"clientId": "a", "text": "  \\n "}                     | empty
            control characters only  | {"clientId": "a", "text": "\\u0000\\u0007"}             | empty
            choice with text         | {"clientId": "a", "text": "halo", "choice": "biaya"}    | choice-alone
            place off the earth      | {"clientId": "a", "location": {"lat": 91, "lon": 0}}    | location
            half a place             | {"clientId": "a", "location": {"lat": 1}}               | location
            place in words           | {"clientId": "a", "location": {"lat": "1", "lon": "2"}} | location
            somebody else's file     | {"clientId": "a", "attachments": ["8b0c"]}              | attachment
            attachments no list      | {"clientId": "a", "attachments": "8b0c"}                | body-attachments
            six files                | {"clientId": "a", "attachments": ["1","2","3","4","5","6"]} | attachments
            """)
    void saysWhatToWriteInstead(String what, String body, String reason) throws Exception {
        ChatClient.Chat chat = client.begin();
        HttpResponse<String> answer = client.say(chat, body);

        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(problem(answer)).isEqualTo(reason);
        assertThat(json(answer).get("detail").stringValue()).endsWith(".").doesNotContain("{0}");
        assertThat(heard(chat)).isZero();
    }

    @Test
    void capsTheLengthInCharactersAndSaysSo() throws Exception {
        ChatClient.Chat chat = client.begin();
        String longest = "😀".repeat(4_000);

        HttpResponse<String> answer = client.say(chat, "{\"clientId\": \"a\", \"text\": \"" + longest + "!\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").stringValue())
                .contains("4.000 karakter")
                .contains("4.001 karakter");
        assertThat(client.say(chat, "{\"clientId\": \"a\", \"text\": \"" + longest + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAHugeBodyBeforeReadingIt() throws Exception {
        HttpResponse<String> answer =
                client.say(client.begin(), "{\"clientId\": \"a\", \"text\": \"" + "a".repeat(70_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer)).isEqualTo("body-size");
    }

    @Test
    void keepsWhatNoDatabaseCanHoldOut() throws Exception {
        assertThat(client.say(client.begin(), "{\"clientId\": \"a\", \"text\": \"ha\\u0000lo \\ud83d\"}")
                        .body())
                .contains("gema: halo\"");
    }

    @Test
    void wantsTheTokenOfThisChat() throws Exception {
        ChatClient.Chat chat = client.begin();
        ChatClient.Chat other = client.begin();
        String path = chat.path() + "/messages";

        for (HttpResponse<String> refused : new HttpResponse[] {
            client.get(path),
            client.get(path, "Authorization", "Bearer salah"),
            client.get(path, other.bearer()),
            client.get(path, "Authorization", "Basic " + chat.token()),
            client.get("/api/chat/none/messages", chat.bearer())
        }) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(problem(refused)).isEqualTo("token");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
    }

    @ParameterizedTest
    @CsvSource({"token", "access_token", "TOKEN"})
    void refusesATokenInTheAddress(String name) throws Exception {
        ChatClient.Chat chat = client.begin();

        for (String headers : new String[] {"with", "without"}) {
            String path = chat.path() + "/events?" + name + "=" + chat.token();
            HttpResponse<String> answer = headers.equals("with") ? client.get(path, chat.bearer()) : client.get(path);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(problem(answer)).isEqualTo("token-in-query");
        }
    }

    @Test
    void answersAStreamClientThatHasNoTokenWithAProblem() throws Exception {
        HttpResponse<String> answer = client.get(client.begin().path() + "/events", "Accept", "text/event-stream");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer)).isEqualTo("token");
    }

    @Test
    void tellsAClientThatOpensAgainWhatWasSaid() throws Exception {
        ChatClient.Chat chat = client.begin();
        client.say(chat, "{\"clientId\": \"a\", \"text\": \"pilihan\"}");
        client.say(chat, "{\"clientId\": \"b\", \"choice\": \"waktu\"}");

        assertThat(json(client.get(chat.path() + "/messages", chat.bearer()))
                        .get("messages")
                        .valueStream()
                        .map(line -> line.get("id").stringValue() + " "
                                + line.get("from").stringValue() + ": "
                                + line.get("text")
                                        .stringValue()
                                        .lines()
                                        .findFirst()
                                        .orElseThrow()))
                .containsExactly(
                        "1 citizen: pilihan",
                        "1.0 bot: KTP-el yang hilang diganti tanpa biaya.",
                        "2 citizen: Berapa lama?",
                        "2.0 bot: gema: waktu");
    }

    @Test
    void letsThePagesOfRegisteredSitesIn() throws Exception {
        HttpResponse<String> asked = client.options(
                "/api/chat",
                "Origin",
                "https://www.kota.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type,last-event-id");
        HttpResponse<String> begun = client.post("/api/chat", "{}", "Origin", "https://www.kota.example");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(allowed -> assertThat(allowed).containsIgnoringCase("last-event-id"));
        for (HttpResponse<String> answer : new HttpResponse[] {asked, begun}) {
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://www.kota.example");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
        assertThat(begun.statusCode()).isEqualTo(201);
    }

    @Test
    void keepsThePagesOfOtherSitesOut() throws Exception {
        ChatClient.Chat chat = client.begin();
        for (HttpResponse<String> refused : new HttpResponse[] {
            client.post("/api/chat", "{}", "Origin", "https://www.kota.example.jahat.example"),
            client.post("/api/chat", "{}", "Origin", "null"),
            client.get(chat.path() + "/messages", "Origin", "https://lain.example", "Authorization", chat.bearer()[1]),
            client.options("/api/chat", "Origin", "https://lain.example", "Access-Control-Request-Method", "POST")
        }) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(problem(refused)).isEqualTo("origin");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void provesOurOwnPageByACookieThatNoScriptReads() throws Exception {
        HttpResponse<String> begun = client.post("/api/chat", "{\"cookie\": true}");
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        String pair = cookie.substring(0, cookie.indexOf(';'));
        String path = "/api/chat/" + json(begun).get("conversation").stringValue() + "/messages";

        assertThat(json(begun).has("token")).isFalse();
        assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age=2592000");
        assertThat(client.post(path, "{\"clientId\": \"a\", \"text\": \"halo\"}", "Cookie", pair)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.post(
                                path,
                                "{\"clientId\": \"b\", \"text\": \"halo\"}",
                                "Cookie",
                                pair,
                                "Sec-Fetch-Site",
                                "same-site")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void speaksTheLanguageOfTheRequestInItsProblems() throws Exception {
        HttpResponse<String> answer = client.post("/api/chat", "[]", "Accept-Language", "en");

        assertThat(json(answer).get("detail").stringValue()).startsWith("Send one JSON object");
    }

    private long heard(ChatClient.Chat chat) {
        return jdbc.sql("select count(*) from channels_inbound where account = 'web' and address = :address")
                .param("address", chat.conversation())
                .query(Long.class)
                .single();
    }
}
