package id.pendopo.channels.gateway.webhooks;

import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRejected;
import java.io.IOException;
import org.springframework.mock.web.MockHttpServletRequest;

/** Sends an adapter a body that is one byte too long, for the contract that all lines keep. */
public final class BodyLimits {

    private BodyLimits() {}

    /** @throws WebhookRejected as the line is to do */
    public static void exceed(ChannelAdapter adapter, String contentType) throws WebhookRejected, IOException {
        BodyLimit limit = BodyLimit.of(adapter, contentType);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(new byte[limit.bytes() + 1]);
        limit.read(request);
    }
}
