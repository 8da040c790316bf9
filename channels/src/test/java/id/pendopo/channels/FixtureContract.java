package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.cli.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every kind of line with a provider must keep, whether the provider calls ({@link ChannelContract}) or is asked. A kind's
 * test extends this, says what its account is made of and brings a folder
 * {@code src/test/resources/fixtures/<kind>/<case>/} per case: {@code request} (first line {@code POST /path?query}, the
 * part after the account's address; then {@code Name: value} lines; may be missing where the provider is asked), {@code body}
 * (the provider's exact bytes; may be missing) or {@code mail.eml} (a mail, of which the ends of lines are made CRLF) and
 * {@code expected.jsonl} (what {@code normalize} prints, one line per event, keys that do not matter left out; or
 * {@code {"rejected": 403}}). A mandatory case without its folder fails.
 */
public abstract class FixtureContract extends LineContract {

    private static final Set<String> MANDATORY = Set.of("text", "malformed", "unsupported");
    private static final Set<String> OF_LINES_WITH_REPORTS = Set.of("status-delivered", "status-failed");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether the provider tells what became of a message; such a kind brings {@code status-*} cases. */
    protected abstract boolean reportsDelivery();

    /** Further cases that this kind must never lose. */
    protected Set<String> moreCases() {
        return Set.of();
    }

    /** A fixture's request, as the desk has it. */
    protected WebhookRequest request(String name) throws IOException {
        return fixture(name).request("line", _ -> "");
    }

    /** What the desk does with it; nothing proves a request that the desk itself fetched. */
    protected ChannelAdapter.Received received(String name) throws IOException, WebhookRejected {
        return adapter().parse(bound(account()), request(name));
    }

    /** The settings that lack a secret leave the line off and name the property. */
    @Test
    void namesEachSecretThatIsMissing() {
        List<String> missing = bound(Map.of()).settings().missing();

        assertThat(missing).isNotEmpty().allMatch(name -> account().containsKey(name));
        assertThat(bound(account()).settings().missing()).isEmpty();
    }

    @Test
    void hasEveryMandatoryFixture() throws IOException {
        Set<String> mandatory = new TreeSet<>(MANDATORY);
        mandatory.addAll(moreCases());
        if (reportsDelivery()) {
            mandatory.addAll(OF_LINES_WITH_REPORTS);
        }

        assertThat(cases()).containsAll(mandatory);
    }

    @TestFactory
    Stream<DynamicTest> readsEachFixtureAsItsExpectationSays() throws IOException {
        return cases().stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    @Test
    void dropsAnEventThatItDoesNotSupport() throws Exception {
        assertThat(received("unsupported").events()).isEmpty();
    }

    @Test
    void namesARepeatedEventAlike() throws Exception {
        List<String> first =
                received("text").events().stream().map(InboundEvent::externalId).toList();
        List<String> second =
                received("text").events().stream().map(InboundEvent::externalId).toList();

        assertThat(first).hasSize(1).isEqualTo(second);
    }

    @Test
    void rejectsWhatNobodyCanRead() throws IOException {
        assertThat(rejection("malformed")).isEqualTo(400);
    }

    final Fixture fixture(String name) throws IOException {
        return Fixture.read(folder().resolve(name));
    }

    protected final int rejection(String name) throws IOException {
        try {
            received(name);
            return 0;
        } catch (WebhookRejected rejected) {
            return rejected.status();
        }
    }

    private void check(String name) throws IOException {
        List<JsonNode> expected = fixture(name).expected();
        List<JsonNode> read = lines(name);

        assertThat(read).as("events").hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode actual = read.get(i);
            expected.get(i)
                    .properties()
                    .forEach(field -> assertThat(actual.get(field.getKey()))
                            .as(field.getKey())
                            .isEqualTo(field.getValue()));
        }
    }

    private List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (InboundEvent event : received(name).events()) {
                lines.add(JSON.readTree(EventJson.of(event)));
            }
        } catch (WebhookRejected rejected) {
            lines.add(JSON.readTree(EventJson.of(rejected)));
        }
        return lines;
    }

    final Set<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(folder())) {
            return new TreeSet<>(
                    folders.map(path -> path.getFileName().toString()).toList());
        }
    }

    private Path folder() {
        return Path.of("src/test/resources/fixtures", adapter().capabilities().kind());
    }
}
