package id.pendopo.config.server;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Tomcat's acceptor of connections, which refuses too many of one network and waits less when most places are taken. */
final class BoundedEndpoint extends NioEndpoint {

    private final ConcurrentHashMap<SocketChannel, InetAddress> counted = new ConcurrentHashMap<>();
    private @Nullable ConnectionLimits limits;
    private @Nullable NetworkCounts networks;

    /** Before the start. */
    void limit(ConnectionLimits limits, NetworkCounts networks) {
        this.limits = limits;
        this.networks = networks;
        setMaxConnections(limits.connections());
    }

    @Override
    public int getConnectionTimeout() {
        return hurried(super.getConnectionTimeout());
    }

    @Override
    public int getKeepAliveTimeout() {
        return hurried(super.getKeepAliveTimeout());
    }

    private int hurried(int milliseconds) {
        return limits != null && milliseconds > 0 && limits.pressed(getConnectionCount())
                ? Math.max(1, milliseconds / 4)
                : milliseconds;
    }

    /** False: the connection is closed. The acceptor itself closes only those that have a wrapper by then. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        InetAddress address = socket.socket().getInetAddress();
        if (limits == null || networks == null || address == null) {
            return super.setSocketOptions(socket);
        }
        if (!networks.enter(address, limits.perNetwork(limits.pressed(getConnectionCount())))) {
            destroySocket(socket);
            return false;
        }
        counted.put(socket, address);
        boolean set = super.setSocketOptions(socket);
        if (!set) {
            left(socket);
        }
        return set;
    }

    private void left(SocketChannel socket) {
        InetAddress address = counted.remove(socket);
        if (address != null && networks != null) {
            networks.leave(address);
        }
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new Leaving(handler));
    }

    /** Hears of each connection's end, once. */
    private final class Leaving implements Handler<NioChannel> {

        private final Handler<NioChannel> handler;

        Leaving(Handler<NioChannel> handler) {
            this.handler = handler;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent status) {
            return handler.process(socket, status);
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            left(socket.getSocket().getIOChannel());
            handler.release(socket);
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
