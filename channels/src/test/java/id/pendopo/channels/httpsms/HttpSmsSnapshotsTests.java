package id.pendopo.channels.httpsms;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.texting.SmsPages;
import id.pendopo.channels.texting.SmsText;
import id.pendopo.ui.CountryPack;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Text messages by a gateway: the request's body, page by page as the citizen asks for more. */
class HttpSmsSnapshotsTests extends LineSnapshots {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Address CITIZEN = new Address("line", "+6281234500011");
    private static final String BODY =
            "{\"id\": \"{id}\", \"phoneNumbers\": [\"{to}\"], \"textMessage\": {\"text\": \"{text}\"}}";

    private final HttpSmsAdapter adapter =
            new HttpSmsAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"), CountryPack.chosen());
    private final ChannelAccount account = HttpSmsAccounts.bound(adapter, Map.of("outbound.body", BODY));

    @Override
    protected ChannelAdapter adapter() {
        return adapter;
    }

    @Override
    protected Delivered deliver(Sample sample) throws Exception {
        List<String> bodies = bodies(sample);
        return new Delivered(
                String.join("\n", bodies),
                String.join(
                        "\n", bodies.stream().map(HttpSmsSnapshotsTests::text).toList()));
    }

    @Override
    protected void check(Sample sample, Delivered delivered) throws Exception {
        assertThat(bodies(sample))
                .allSatisfy(body ->
                        assertThat(SmsText.measure(text(body)).segments()).isBetween(1, SmsPages.SEGMENTS));
        for (int i = 0; i < sample.choices().size(); i++) {
            assertThat(delivered.words()).contains(i + 1 + ". ");
        }
    }

    private List<String> bodies(Sample sample) throws Exception {
        List<String> bodies = new ArrayList<>();
        List<Block> rest = sample.blocks();
        while (!rest.isEmpty()) {
            ChannelAccounts.Page page = adapter.page(account, sample.language(), rest);
            bodies.add(adapter.body(account, sample.to(CITIZEN, page.now())));
            rest = page.rest();
        }
        return bodies;
    }

    private static String text(String body) {
        return JSON.readTree(body).at("/textMessage/text").asString();
    }
}
