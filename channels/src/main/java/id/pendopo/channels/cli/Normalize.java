package id.pendopo.channels.cli;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.adapter.Adapters;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * {@code normalize KIND FILE [--headers FILE] [--account key=value …]}: shows what the desk would read from a recorded
 * request, one line of JSON per event. With a headers file the signature is checked, as the desk does; without one the
 * body alone is read.
 */
public final class Normalize implements ToolProvider {

    private static final String USAGE = "normalize KIND FILE [--headers FILE] [--account key=value …]";

    @Override
    public String name() {
        return "normalize";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            NormalizeArguments arguments = NormalizeArguments.parse(args);
            Map<String, ChannelAdapter> adapters = Adapters.byKind();
            ChannelAdapter adapter = adapters.get(arguments.kind());
            if (adapter == null) {
                err.println("No kind " + arguments.kind() + "; there are: " + String.join(", ", adapters.keySet()));
                return 2;
            }
            return print(out, adapter, arguments);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(USAGE);
            return 2;
        } catch (IOException unreadable) {
            err.println("Cannot read " + unreadable.getMessage());
            return 2;
        }
    }

    private static int print(PrintWriter out, ChannelAdapter adapter, NormalizeArguments arguments) throws IOException {
        ChannelAccount account = account(adapter, arguments.account());
        WebhookRequest request = arguments.request();
        try {
            ChannelAdapter.Received received =
                    arguments.signed() ? adapter.receive(account, request) : adapter.parse(account, request);
            for (InboundEvent event : received.events()) {
                out.println(EventJson.of(event));
            }
        } catch (WebhookRejected rejected) {
            out.println(EventJson.of(rejected));
        }
        out.flush();
        return 0;
    }

    private static ChannelAccount account(ChannelAdapter adapter, Map<String, String> properties) {
        Map<String, String> known = new TreeMap<>(properties);
        known.remove("name");
        known.remove("public-url");
        AccountSettings settings = new Binder(new MapConfigurationPropertySource(prefixed(known)))
                .bindOrCreate("account", Bindable.of(adapter.settings()));
        return new ChannelAccount(
                NormalizeArguments.name(properties), adapter.capabilities().kind(), settings);
    }

    private static Map<String, String> prefixed(Map<String, String> properties) {
        Map<String, String> prefixed = new TreeMap<>();
        properties.forEach((key, value) -> prefixed.put("account." + key, value));
        return prefixed;
    }

    static URI publicUrl(Map<String, String> properties) {
        return URI.create(properties.getOrDefault("public-url", "https://desk.example.org"));
    }
}
