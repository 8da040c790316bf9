package id.pendopo.channels.line;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Choice;
import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** LINE: the message objects that are sent for a reply, in order. */
class LineSnapshotsTests extends LineSnapshots {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Address CITIZEN = new Address("line", "U7c1f3a9e5b2d48f60718293a4b5c6d7e");

    private final LineMessages messages = new LineMessages(URI.create("https://desk.example.org"));

    @Override
    protected ChannelAdapter adapter() {
        return new LineAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    }

    @Override
    protected Delivered deliver(Sample sample) {
        List<JsonNode> bubbles = bubbles(sample);
        return new Delivered(
                bubbles.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n")),
                bubbles.stream().flatMap(LineSnapshotsTests::words).collect(Collectors.joining("\n")));
    }

    @Override
    protected void check(Sample sample, Delivered delivered) {
        List<JsonNode> bubbles = bubbles(sample);
        assertThat(bubbles.size()).isBetween(1, LineApi.AT_ONCE);
        for (JsonNode bubble : bubbles) {
            if (bubble.path("type").asString("").equals("image")) {
                assertThat(bubble.path("originalContentUrl").asString(""))
                        .startsWith("https://")
                        .hasSizeLessThanOrEqualTo(2000);
                assertThat(bubble.path("previewImageUrl").asString(""))
                        .startsWith("https://")
                        .hasSizeLessThanOrEqualTo(2000);
            } else {
                assertThat(bubble.path("text").asString("").length()).isBetween(1, 5000);
            }
            assertThat(items(bubble).count()).isLessThanOrEqualTo(13);
            items(bubble).forEach(action -> {
                assertThat(action.path("label").asString("").length()).isBetween(1, 20);
                assertThat(action.path("data").asString("").length()).isLessThanOrEqualTo(300);
            });
        }
        assertThat(sample.choices())
                .allSatisfy(choice -> assertThat(canBePicked(sample, choice))
                        .as(choice.label())
                        .isTrue());
    }

    private boolean canBePicked(Sample sample, Choice choice) {
        boolean pressed = items(bubbles(sample).getLast())
                .anyMatch(action -> action.path("data").asString("").equals(choice.id()));
        return pressed || deliver(sample).words().contains(". " + choice.label());
    }

    private List<JsonNode> bubbles(Sample sample) {
        return messages.of(sample.to(CITIZEN, sample.blocks()).message()).stream()
                .<JsonNode>map(JSON::valueToTree)
                .toList();
    }

    private static Stream<JsonNode> items(JsonNode bubble) {
        return bubble.at("/quickReply/items").valueStream().map(item -> item.path("action"));
    }

    private static Stream<String> words(JsonNode bubble) {
        return Stream.concat(Stream.of(bubble.path("text")), items(bubble).map(action -> action.path("label")))
                .map(part -> part.asString(""));
    }
}
