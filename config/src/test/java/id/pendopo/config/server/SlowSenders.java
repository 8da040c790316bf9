package id.pendopo.config.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Strangers who open connections from many addresses and send a byte now and then; whoever is cut comes again. */
final class SlowSenders implements AutoCloseable {

    private static final int CONNECTIONS_OF_AN_ADDRESS = 100;

    private final List<Sender> senders = new ArrayList<>();
    private final AtomicInteger cut = new AtomicInteger();
    private final Thread thread;
    private final int port;

    /** @param heads each is the beginning of a request, used in turn */
    SlowSenders(int port, int count, List<String> heads) {
        this.port = port;
        for (int i = 0; i < count; i++) {
            String address = "127.0.9." + (1 + i / CONNECTIONS_OF_AN_ADDRESS);
            senders.add(new Sender(address, heads.get(i % heads.size())));
        }
        thread = Thread.ofPlatform().name("slow-senders").start(this::send);
    }

    /** How often a connection of theirs was ended by the server. */
    int cut() {
        return cut.get();
    }

    /** How many are connected now. */
    long connected() {
        return senders.stream().filter(sender -> sender.begun).count();
    }

    private void send() {
        try {
            while (!Thread.interrupted()) {
                for (Sender sender : senders) {
                    sender.step();
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            senders.forEach(Sender::drop);
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private final class Sender {

        private final String address;
        private final String head;
        private SocketChannel channel;
        private volatile boolean begun;

        Sender(String address, String head) {
            this.address = address;
            this.head = head;
        }

        void step() {
            try {
                if (channel == null) {
                    channel = SocketChannel.open();
                    channel.configureBlocking(false);
                    channel.bind(new InetSocketAddress(address, 0));
                    channel.connect(new InetSocketAddress("127.0.0.1", port));
                } else if (channel.finishConnect()) {
                    channel.write(ByteBuffer.wrap((begun ? "x" : head).getBytes(StandardCharsets.US_ASCII)));
                    begun = true;
                    ended();
                }
            } catch (IOException e) {
                cut.incrementAndGet();
                drop();
            }
        }

        private void ended() throws IOException {
            if (channel.read(ByteBuffer.allocate(512)) < 0) {
                throw new IOException("the server has closed");
            }
        }

        void drop() {
            begun = false;
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException e) {
                // It is gone.
            }
            channel = null;
        }
    }
}
