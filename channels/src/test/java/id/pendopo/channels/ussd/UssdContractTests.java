package id.pendopo.channels.ussd;

import id.pendopo.channels.ChannelContract;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.ui.CountryPack;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The kind's contract; a gateway without a signature presents the secret. */
class UssdContractTests extends ChannelContract {

    private static final String SECRET = "rahasia-ussd-yang-panjang";

    @Override
    protected ChannelAdapter adapter() {
        return new UssdAdapter(Clock.systemUTC(), CountryPack.chosen(), (_, _) -> Set.of());
    }

    @Override
    protected Map<String, String> account() {
        return Map.of(
                "shared-secret",
                SECRET,
                "service-code",
                "*384*4500#",
                "sms-account",
                "smsmain",
                "api-base-url",
                "https://gateway.example.org");
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of(
                "dialled", "star-in-words", "nothing-keyed-in", "too-long", "another-service-code", "ended-success");
    }

    @Override
    protected boolean reportsDelivery() {
        return false;
    }

    @Override
    protected String signature(WebhookRequest request) {
        return SECRET;
    }
}
