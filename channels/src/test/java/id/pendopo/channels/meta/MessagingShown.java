package id.pendopo.channels.meta;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Choice;
import id.pendopo.channels.LineSnapshots.Delivered;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.window.ReplyWindow;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a reply looks like in an app of the Messenger Platform. */
public final class MessagingShown {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Address CITIZEN = new Address("line", "6400112233445566");

    private final MessagingMessages messages;

    public MessagingShown(MessagingApp app) {
        this.messages = new MessagingMessages(URI.create("https://desk.example.org"), app);
    }

    public Delivered deliver(Sample sample) {
        return new Delivered(
                posted(sample).map(JSON::writeValueAsString).collect(Collectors.joining("\n")),
                posted(sample).flatMap(MessagingShown::words).collect(Collectors.joining("\n")));
    }

    public List<String> texts(Sample sample) {
        return posted(sample)
                .map(message -> message.at("/message/text").asString(""))
                .toList();
    }

    public void keepWhatTheyMust(Sample sample) {
        assertThat(posted(sample)).allSatisfy(message -> {
            JsonNode replies = message.at("/message/quick_replies");
            assertThat(replies.size()).isLessThanOrEqualTo(13);
            replies.valueStream()
                    .forEach(
                            reply -> assertThat(reply.path("title").asString("").length())
                                    .isBetween(1, 20));
        });
        assertThat(sample.choices())
                .allSatisfy(choice -> assertThat(canBePicked(sample, choice))
                        .as(choice.label())
                        .isTrue());
    }

    private boolean canBePicked(Sample sample, Choice choice) {
        JsonNode last = posted(sample).toList().getLast();
        return last.at("/message/quick_replies")
                        .valueStream()
                        .anyMatch(reply -> reply.path("payload").asString("").equals(choice.id()))
                || String.join("\n", texts(sample)).contains(". " + choice.label());
    }

    private Stream<JsonNode> posted(Sample sample) {
        return messages.of(sample.to(CITIZEN, sample.blocks()).message(), ReplyWindow.NONE).stream()
                .map(JSON::valueToTree);
    }

    private static Stream<String> words(JsonNode message) {
        return Stream.concat(
                Stream.of(message.at("/message/text").asString("")),
                message.at("/message/quick_replies")
                        .valueStream()
                        .map(reply -> reply.path("title").asString("")));
    }
}
