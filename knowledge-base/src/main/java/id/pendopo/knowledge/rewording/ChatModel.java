package id.pendopo.knowledge.rewording;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP client of a language model behind an address that speaks as OpenAI's does. Any thread may call.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">Create chat completion</a>
 */
final class ChatModel {

    /** Bytes of an answer that are read; a short answer has a thousand. */
    private static final int MOST = 64 * 1024;

    /** Tokens of an answer, some 900 characters. */
    private static final int MOST_TOKENS = 300;

    private final JsonMapper json = JsonMapper.builder().build();
    private final RestClient http;
    private final URI address;
    private final String model;

    ChatModel(RewordingProperties properties, URI address) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(properties.timeout());
        RestClient.Builder client = RestClient.builder().requestFactory(requests);
        if (!properties.apiKey().isBlank()) {
            client.defaultHeaders(headers -> headers.setBearerAuth(properties.apiKey()));
        }
        this.http = client.build();
        this.address = address;
        this.model = properties.model();
    }

    /** What is said to the model by one of the parts in the talk. */
    record Message(String role, String content) {

        @Override
        public String toString() {
            return "Message[" + role + ", REDACTED]";
        }
    }

    private record Request(String model, List<Message> messages, double temperature, int max_tokens) {}

    /** What the model says to this; waits for it as long as configured. */
    String answer(List<Message> messages) {
        byte[] request = json.writeValueAsBytes(new Request(model, messages, 0, MOST_TOKENS));
        try {
            return http.post()
                    .uri(address)
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(request)
                    .exchangeForRequiredValue((_, response) -> words(response));
        } catch (ModelFailed failed) {
            throw failed;
        } catch (RuntimeException away) {
            throw new ModelFailed(away.getClass().getSimpleName());
        }
    }

    private String words(ClientHttpResponse response) throws IOException {
        if (response.getStatusCode().value() != 200) {
            throw new ModelFailed("HTTP " + response.getStatusCode().value());
        }
        byte[] body = response.getBody().readNBytes(MOST);
        try {
            JsonNode words = json.readTree(body).at("/choices/0/message/content");
            return words.asString().strip();
        } catch (JacksonException unreadable) {
            throw new ModelFailed("not the expected JSON");
        }
    }
}
