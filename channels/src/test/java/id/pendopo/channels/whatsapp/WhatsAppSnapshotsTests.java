package id.pendopo.channels.whatsapp;

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

/** WhatsApp: the messages that are posted for a reply, in order. */
class WhatsAppSnapshotsTests extends LineSnapshots {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Address CITIZEN = new Address("line", "6281234500011");

    private final WhatsAppMessages messages = new WhatsAppMessages(URI.create("https://desk.example.org"));

    @Override
    protected ChannelAdapter adapter() {
        return new WhatsAppCloudAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    }

    @Override
    protected Delivered deliver(Sample sample) {
        List<JsonNode> posted = posted(sample);
        return new Delivered(
                posted.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n")),
                posted.stream().flatMap(WhatsAppSnapshotsTests::words).collect(Collectors.joining("\n")));
    }

    @Override
    protected void check(Sample sample, Delivered delivered) {
        for (JsonNode message : posted(sample)) {
            assertThat(message.at("/text/body").asString("").length()).isLessThanOrEqualTo(4096);
            assertThat(message.at("/interactive/body/text").asString("").length())
                    .isLessThanOrEqualTo(1024);
            JsonNode action = message.at("/interactive/action");
            assertThat(action.path("buttons").size()).isLessThanOrEqualTo(3);
            action.path("buttons")
                    .valueStream()
                    .forEach(button -> assertThat(
                                    button.at("/reply/title").asString("").length())
                            .isBetween(1, 20));
            JsonNode rows = action.at("/sections/0/rows");
            assertThat(rows.size()).isLessThanOrEqualTo(10);
            rows.valueStream().forEach(row -> {
                assertThat(row.path("title").asString("").length()).isBetween(1, 24);
                assertThat(row.path("description").asString("").length()).isLessThanOrEqualTo(72);
            });
        }
        assertThat(sample.choices())
                .allSatisfy(choice -> assertThat(canBePicked(sample, choice))
                        .as(choice.label())
                        .isTrue());
    }

    private boolean canBePicked(Sample sample, Choice choice) {
        String posted = posted(sample).toString();
        String words = deliver(sample).words();
        return posted.contains("\"id\":" + JSON.writeValueAsString(choice.id()))
                || words.contains(". " + choice.label());
    }

    private List<JsonNode> posted(Sample sample) {
        return messages.of(sample.to(CITIZEN, sample.blocks()).message()).stream()
                .<JsonNode>map(JSON::valueToTree)
                .toList();
    }

    private static Stream<String> words(JsonNode message) {
        JsonNode action = message.at("/interactive/action");
        return Stream.of(
                        Stream.of(
                                message.at("/text/body"), message.at("/interactive/body/text"), action.path("button")),
                        action.path("buttons").valueStream().map(button -> button.at("/reply/title")),
                        action.at("/sections/0/rows").valueStream().map(row -> row.path("title")))
                .flatMap(parts -> parts)
                .map(part -> part.asString(""))
                .filter(words -> !words.isEmpty());
    }
}
