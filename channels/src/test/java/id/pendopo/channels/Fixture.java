package id.pendopo.channels;

import id.pendopo.channels.adapter.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One recorded request with what the desk must read from it; the files are described at {@link FixtureContract}. */
record Fixture(String method, String path, String query, List<String> headers, byte[] body, List<JsonNode> expected) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final URI DESK = URI.create("https://desk.example.org");

    static Fixture read(Path folder) throws IOException {
        Path head = folder.resolve("request");
        List<String> lines = Files.exists(head) ? Files.readAllLines(head) : List.of("POST");
        String[] start = lines.getFirst().split(" ", 2);
        URI target = URI.create(start.length == 1 ? "" : start[1].strip());
        return new Fixture(
                start[0],
                target.getRawPath() == null ? "" : target.getRawPath(),
                target.getRawQuery() == null ? "" : target.getRawQuery(),
                lines.subList(1, lines.size()).stream()
                        .filter(line -> !line.isBlank())
                        .toList(),
                body(folder),
                Files.readAllLines(folder.resolve("expected.jsonl")).stream()
                        .filter(line -> !line.isBlank())
                        .map(JSON::readTree)
                        .toList());
    }

    private static byte[] body(Path folder) throws IOException {
        Path mail = folder.resolve("mail.eml");
        if (Files.exists(mail)) {
            return Files.readString(mail, StandardCharsets.ISO_8859_1)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        Path body = folder.resolve("body");
        return Files.exists(body) ? Files.readAllBytes(body) : new byte[0];
    }

    WebhookRequest request(String account, Function<WebhookRequest, String> signature) {
        WebhookRequest unsigned = with(account, Map.of());
        Map<String, List<String>> named = new HashMap<>();
        for (String header : headers) {
            String[] parts = header.split(":", 2);
            String value = parts[1].strip();
            named.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(
                            value.contains("{signature}")
                                    ? value.replace("{signature}", signature.apply(unsigned))
                                    : value);
        }
        return with(account, named);
    }

    private WebhookRequest with(String account, Map<String, List<String>> named) {
        return new WebhookRequest(account, method, DESK, path, query, named, body);
    }
}
