package id.pendopo.channels;

import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRequest;
import java.util.Map;

/** The contract keeps what it promises about itself. */
class TestLineContractTests extends ChannelContract {

    @Override
    protected ChannelAdapter adapter() {
        return new TestLine("test-push", false);
    }

    @Override
    protected Map<String, String> account() {
        return Map.of("secret", "rahasia", "api-base-url", "http://127.0.0.1:9");
    }

    @Override
    protected String signature(WebhookRequest request) {
        return "rahasia";
    }

    @Override
    protected boolean reportsDelivery() {
        return true;
    }
}
