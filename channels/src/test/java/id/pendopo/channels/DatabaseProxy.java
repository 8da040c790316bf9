package id.pendopo.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the desk and its database, to take it away and bring it back. */
public final class DatabaseProxy implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    public DatabaseProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void takeAway() {
        away = true;
        open.forEach(DatabaseProxy::close);
    }

    public void bringBack() {
        away = false;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (away) {
                    close(caller);
                } else {
                    connect(caller);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(caller);
        open.add(server);
        Thread.ofVirtual().start(() -> copy(caller, server));
        Thread.ofVirtual().start(() -> copy(server, caller));
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Either side went away; both are closed.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        takeAway();
        door.close();
    }
}
