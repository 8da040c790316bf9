package id.pendopo.channels.attachments.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that speaks clamd's INSTREAM, and knows one virus: the EICAR test file, which is none.
 *
 * @see <a href="https://www.eicar.org/download-anti-malware-testfile/">EICAR</a>
 */
final class FakeClamd implements AutoCloseable {

    /** In two parts, so that no scanner takes this source for the file itself. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket server;
    private final int largest;

    /** @param largest bytes, as clamd's StreamMaxLength */
    FakeClamd(int largest) {
        try {
            this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.largest = largest;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket asks = server.accept()) {
                answer(asks);
            } catch (IOException gone) {
                // The next one.
            }
        }
    }

    private void answer(Socket asks) throws IOException {
        DataInputStream in = new DataInputStream(asks.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        String said =
                new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0") ? stream(in) : "UNKNOWN COMMAND";
        asks.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
        asks.getOutputStream().flush();
    }

    private String stream(DataInputStream in) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
        }
        if (file.size() > largest) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        return file.toString(StandardCharsets.ISO_8859_1).contains(EICAR)
                ? "stream: Eicar-Test-Signature FOUND"
                : "stream: OK";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
