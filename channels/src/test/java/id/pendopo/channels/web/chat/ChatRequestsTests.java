package id.pendopo.channels.web.chat;

import static id.pendopo.channels.web.chat.ChatClient.json;
import static id.pendopo.channels.web.chat.ChatClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.ChannelsTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the chat takes from programs that write a little differently, and from those that write too much. */
@ChannelsTest
class ChatRequestsTests {

    /** More than a slow machine needs to get ahead of a limit that grows again with time. */
    private static final int MESSAGES_PER_MINUTE = 60;

    private static final int FILES_PER_MINUTE = 10;
    private static final int MANY = 600;

    private final ChatClient client;

    ChatRequestsTests(@LocalServerPort int port) {
        this.client = new ChatClient(port);
    }

    @Test
    void takesANumberForAClientIdAsTheSameText() throws Exception {
        ChatClient.Chat chat = client.begin();

        HttpResponse<String> number = client.say(chat, "{\"clientId\": 17, \"text\": \"halo\"}");
        HttpResponse<String> text = client.say(chat, "{\"clientId\": \"17\", \"text\": \"halo\"}");

        assertThat(number.statusCode()).isEqualTo(200);
        assertThat(text.body()).isEqualTo(number.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer  "})
    void knowsTheSchemeHoweverItIsWritten(String scheme) throws Exception {
        ChatClient.Chat chat = client.begin();

        HttpResponse<String> answer = client.post(
                chat.path() + "/messages",
                "{\"clientId\": \"a\", \"text\": \"halo\"}",
                "Authorization",
                scheme + chat.token());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void asksWhoWritesTooOftenToWait() throws Exception {
        ChatClient.Chat chat = client.begin();
        int said = 0;
        HttpResponse<String> answer = say(chat, said);
        while (answer.statusCode() == 200 && said < MANY) {
            said++;
            answer = say(chat, said);
        }

        assertThat(said).isGreaterThanOrEqualTo(MESSAGES_PER_MINUTE);
        requireWaiting(answer);
        assertThat(say(client.begin(), 0).statusCode()).isEqualTo(200);
    }

    @Test
    void asksWhoUploadsTooOftenToWait() throws Exception {
        ChatClient.Chat chat = client.begin();
        byte[] file = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        int sent = 0;
        HttpResponse<String> answer = client.upload(chat, file);
        while (answer.statusCode() == 201 && sent < MANY) {
            sent++;
            answer = client.upload(chat, file);
        }

        assertThat(sent).isGreaterThanOrEqualTo(FILES_PER_MINUTE);
        requireWaiting(answer);
    }

    private HttpResponse<String> say(ChatClient.Chat chat, int number) throws Exception {
        return client.say(chat, "{\"clientId\": " + number + ", \"text\": \"halo\"}");
    }

    private static void requireWaiting(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(problem(answer)).isEqualTo("too-often");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(json(answer).get("detail").stringValue()).isNotBlank();
    }
}
