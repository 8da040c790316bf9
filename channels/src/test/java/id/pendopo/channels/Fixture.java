package id.pendopo.channels;

import id.pendopo.channels.adapter.WebhookRequest;
import java.io.IOException;
import java.net.URI;
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

/** One recorded request with what the desk must read from it; the files are described at {@link ChannelContract}. */
record Fixture(String method, String path, String query, List<String> headers, byte[] body, List<JsonNode> expected) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final URI DESK = URI.create("https://desk.example.org");

    static Fixture read(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("request"));
        String[] start = lines.getFirst().split(" ", 2);
        URI target = URI.create(start.length == 1 ? "" : start[1].strip());
        return new Fixture(
                start[0],
                target.getRawPath() == null ? "" : target.getRawPath(),
                target.getRawQuery() == null ? "" : target.getRawQuery(),
                lines.subList(1, lines.size()).stream()
                        .filter(line -> !line.isBlank())
                        .toList(),
                Files.exists(folder.resolve("body")) ? Files.readAllBytes(folder.resolve("body")) : new byte[0],
                Files.readAllLines(folder.resolve("expected.jsonl")).stream()
                        .filter(line -> !line.isBlank())
                        .map(JSON::readTree)
                        .toList());
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
