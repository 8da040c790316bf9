package id.pendopo.channels.gateway.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Metrics of inbound events: how many events came in and what became of them, for whoever watches the desk. */
@Component
public class InboundCounts {

    private static final String EVENTS = "pendopo.channels.events";

    private final MeterRegistry meters;

    InboundCounts(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters.getIfAvailable(SimpleMeterRegistry::new);
    }

    public void accepted(String account, int events) {
        count("accepted", account, events);
    }

    /** The provider told us something that we do not support. */
    public void dropped(String account) {
        count("dropped", account, 1);
    }

    /** Not counted by account: whoever calls without a signature may have invented the name. */
    public void rejected(int status) {
        meters.counter(EVENTS, "outcome", "rejected-" + status, "account", "").increment();
    }

    public void shed() {
        count("shed", "", 1);
    }

    private void count(String outcome, String account, int events) {
        meters.counter(EVENTS, "outcome", outcome, "account", account).increment(events);
    }
}
