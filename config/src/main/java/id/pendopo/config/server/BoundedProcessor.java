package id.pendopo.config.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's HTTP/1.1 processor, which says when its request should have been read. Pooled: it serves many connections. */
final class BoundedProcessor extends Http11Processor {

    private final RequestDeadlines deadlines;

    /** No thread is with the connection until more of the head comes; Tomcat's own stage says "ended" meanwhile. */
    private volatile boolean betweenBytesOfAHead;

    BoundedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, RequestDeadlines deadlines) {
        super(protocol, adapter);
        this.deadlines = deadlines;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> wrapper) throws IOException {
        if (wrapper.getSocket() instanceof NioChannel socket
                && socket.getIOChannel() instanceof SocketChannel channel) {
            deadlines.watch(this, channel);
        }
        betweenBytesOfAHead = false;
        SocketState state = SocketState.CLOSED;
        try {
            state = super.service(wrapper);
            return state;
        } finally {
            betweenBytesOfAHead = state == SocketState.LONG && !isAsync();
            // LONG: a head that is not complete, or an asynchronous answer whose request was read.
            if (state != SocketState.LONG || isAsync() && isRequestBodyFullyRead()) {
                deadlines.forget(this);
            }
        }
    }

    /** Whether the request began too long ago and is not complete; read by the sweeper's thread, at worst a sweep late. */
    boolean late(ConnectionLimits limits, boolean pressed) {
        long began = request.getStartTimeNanos();
        if (began < 0 || !incomplete(request.getRequestProcessor().getStage())) {
            return false;
        }
        Duration allowed = limits.allowed(request.getBytesRead(), pressed);
        return System.nanoTime() - began > allowed.toNanos();
    }

    private boolean incomplete(int stage) {
        return switch (stage) {
            case Constants.STAGE_PARSE -> true;
            case Constants.STAGE_SERVICE, Constants.STAGE_ENDINPUT -> !isRequestBodyFullyRead();
            default -> betweenBytesOfAHead;
        };
    }
}
