package id.pendopo.channels.whatsapp;

import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.meta.MetaContract;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

class WhatsAppContractTests extends MetaContract {

    private static final String SECRET = "5f4e3d2c1b0a99887766554433221100";

    @Override
    protected ChannelAdapter adapter() {
        return new WhatsAppCloudAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    }

    @Override
    protected Map<String, String> account() {
        return Map.of(
                "phone-number-id", "109876543210987",
                "access-token", "EAAG-token-yang-tidak-berakhir",
                "app-secret", SECRET,
                "verify-token", "kata-kita",
                "api-base-url", "https://graph.example.org");
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of(
                "button-reply",
                "list-reply",
                "image",
                "location",
                "reaction",
                "without-a-number",
                "another-number-of-the-app",
                "handshake",
                "handshake-of-somebody-else");
    }

    @Override
    protected boolean reportsDelivery() {
        return true;
    }
}
