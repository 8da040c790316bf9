package id.pendopo.config.ledger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Stands between the desk and PostgreSQL, reads along, and stops the very COMMIT that it was told to wait for: before it
 * reaches the server, or after, so that its success is never told.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message formats</a>
 */
final class DatabaseWire implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final int server;
    private final ServerSocket door;
    private final Set<Conversation> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Trap> trap = new AtomicReference<>();

    DatabaseWire(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** On which side of the commit. */
    enum Side {
        BEFORE,
        AFTER
    }

    private record Trap(Side side, Predicate<Set<String>> wanted, CompletableFuture<Void> caught) {}

    /**
     * Stops the next transaction of that kind at its COMMIT; the caller then kills, or cuts.
     *
     * @param wanted told the SQL of the transaction
     * @return done when one is held
     */
    CompletableFuture<Void> stopNext(Side side, Predicate<Set<String>> wanted) {
        CompletableFuture<Void> caught = new CompletableFuture<>();
        trap.set(new Trap(side, wanted, caught));
        return caught;
    }

    /** Lets everything pass again and cuts what was held. */
    void release() {
        trap.set(null);
        open.stream().filter(conversation -> conversation.held).forEach(Conversation::cut);
    }

    /** Every connection breaks at once. */
    void cutAll() {
        open.forEach(Conversation::cut);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket desk = door.accept();
                Socket postgres;
                try {
                    postgres = new Socket(InetAddress.getLoopbackAddress(), server);
                } catch (IOException away) {
                    desk.close();
                    continue;
                }
                desk.setTcpNoDelay(true);
                postgres.setTcpNoDelay(true);
                Conversation conversation = new Conversation(desk, postgres);
                open.add(conversation);
                Thread.ofVirtual().start(conversation::hear);
                Thread.ofVirtual().start(conversation::answer);
            } catch (IOException closed) {
                // Either the door is closed, or the caller went away at once.
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
    }

    /** One connection. */
    private final class Conversation {

        private final Socket desk;
        private final Socket postgres;
        private final Map<String, String> statements = new HashMap<>();
        private final Set<String> transaction = new HashSet<>();
        private final CompletableFuture<Void> cut = new CompletableFuture<>();
        private volatile CompletableFuture<Void> committed = cut;
        private volatile boolean held;

        Conversation(Socket desk, Socket postgres) {
            this.desk = desk;
            this.postgres = postgres;
        }

        void hear() {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(desk.getInputStream()))) {
                OutputStream out = postgres.getOutputStream();
                greet(in, out);
                while (true) {
                    int type = in.read();
                    if (type < 0) {
                        return;
                    }
                    int length = in.readInt();
                    byte[] body = in.readNBytes(length - 4);
                    if (commits(type, body)) {
                        stopIfWanted();
                    }
                    out.write(ByteBuffer.allocate(length + 1)
                            .put((byte) type)
                            .putInt(length)
                            .put(body)
                            .array());
                }
            } catch (IOException gone) {
                // Either side went away.
            } finally {
                cut();
            }
        }

        /** Until the start-up message, packets have no type. */
        private void greet(DataInputStream in, OutputStream out) throws IOException {
            int code;
            do {
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                code = ByteBuffer.wrap(body).getInt();
                out.write(ByteBuffer.allocate(length).putInt(length).put(body).array());
                out.flush();
            } while (code == SSL_REQUEST || code == GSS_REQUEST);
        }

        private boolean commits(int type, byte[] body) {
            String sql = switch (type) {
                case 'P' -> {
                    String name = text(body, 0);
                    statements.put(name, text(body, name.getBytes(StandardCharsets.UTF_8).length + 1));
                    yield "";
                }
                case 'B' -> {
                    String portal = text(body, 0);
                    yield statements.getOrDefault(text(body, portal.length() + 1), "");
                }
                case 'Q' -> text(body, 0);
                default -> "";
            };
            if (sql.equalsIgnoreCase("COMMIT")) {
                return true;
            }
            if (sql.equalsIgnoreCase("BEGIN") || sql.equalsIgnoreCase("ROLLBACK")) {
                transaction.clear();
            } else if (!sql.isEmpty()) {
                transaction.add(sql);
            }
            return false;
        }

        /** Holds this connection if it is the one: here, or at the server's answer. */
        private void stopIfWanted() {
            Trap waiting = trap.get();
            boolean ours = waiting != null && waiting.wanted().test(transaction) && trap.compareAndSet(waiting, null);
            transaction.clear();
            if (!ours) {
                return;
            }
            committed = waiting.caught();
            held = true;
            if (waiting.side() == Side.BEFORE) {
                waiting.caught().complete(null);
                cut.join();
            }
        }

        void answer() {
            try {
                InputStream in = postgres.getInputStream();
                OutputStream out = desk.getOutputStream();
                byte[] buffer = new byte[16 * 1024];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (held) {
                        committed.complete(null);
                        cut.join();
                    }
                    out.write(buffer, 0, read);
                }
            } catch (IOException gone) {
                // Either side went away.
            } finally {
                cut();
            }
        }

        private static String text(byte[] body, int from) {
            int end = from;
            while (body[end] != 0) {
                end++;
            }
            return new String(body, from, end - from, StandardCharsets.UTF_8);
        }

        void cut() {
            open.remove(this);
            cut.complete(null);
            close(desk);
            close(postgres);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException gone) {
                // It is closed either way.
            }
        }
    }
}
