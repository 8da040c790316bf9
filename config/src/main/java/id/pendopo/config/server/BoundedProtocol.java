package id.pendopo.config.server;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 with bounds on connections and on the time that a request takes to come in; made by Tomcat, by its name. */
public final class BoundedProtocol extends Http11NioProtocol {

    private static final int SWEEPS_IN_A_DEADLINE = 20;

    private final BoundedEndpoint endpoint;
    private @Nullable ConnectionLimits limits;
    private @Nullable RequestDeadlines deadlines;
    private @Nullable NetworkCounts networks;
    private @Nullable Future<?> sweeping;

    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Before the start, once. */
    void limit(ConnectionLimits limits, Proxies proxies) {
        this.limits = limits;
        networks = new NetworkCounts(proxies, limits.perNetwork());
        deadlines = new RequestDeadlines(limits, endpoint::getConnectionCount);
        endpoint.limit(limits, networks);
        setConnectionTimeout((int) limits.deadline().toMillis());
    }

    long slowRequests() {
        return deadlines == null ? 0 : deadlines.cut();
    }

    long refusedConnections() {
        return networks == null ? 0 : networks.refused();
    }

    @Override
    protected Processor createProcessor() {
        return deadlines == null ? super.createProcessor() : new BoundedProcessor(this, getAdapter(), deadlines);
    }

    @Override
    public void start() throws Exception {
        super.start();
        if (limits != null && deadlines != null) {
            long pause = Math.max(1, limits.deadline().toMillis() / SWEEPS_IN_A_DEADLINE);
            sweeping =
                    getUtilityExecutor().scheduleWithFixedDelay(deadlines::sweep, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() throws Exception {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        super.stop();
    }
}
