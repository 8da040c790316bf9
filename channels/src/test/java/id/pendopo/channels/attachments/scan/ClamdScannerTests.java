package id.pendopo.channels.attachments.scan;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.attachments.scan.VirusScanner.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ClamdScannerTests {

    private static final int LARGEST = 300_000;

    private final FakeClamd clamd = new FakeClamd(LARGEST);

    @AfterEach
    void stops() {
        clamd.close();
    }

    @Test
    void findsTheTestVirusWhereverItStands() {
        String before = "%PDF-1.7\n" + "x".repeat(200_000);

        assertThat(scanner(clamd.port(), LARGEST).scan(bytes(before + FakeClamd.EICAR + "\n%%EOF")))
                .isEqualTo(Verdict.INFECTED);
    }

    @Test
    void findsNothingInWhatHasNothing() {
        assertThat(scanner(clamd.port(), LARGEST).scan(bytes("%PDF-1.7\n%%EOF")))
                .isEqualTo(Verdict.CLEAN);
        assertThat(scanner(clamd.port(), LARGEST).scan(bytes("x".repeat(200_000))))
                .isEqualTo(Verdict.CLEAN);
        assertThat(scanner(clamd.port(), LARGEST).scan(new byte[0])).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void sendsNothingThatIsLargerThanItTakes() {
        assertThat(scanner(1, 10).scan(bytes("x".repeat(11)))).isEqualTo(Verdict.TOO_LARGE);
    }

    @Test
    void heedsALimitOfTheScannerThatIsLower() {
        assertThat(scanner(clamd.port(), LARGEST * 2).scan(new byte[LARGEST + 1]))
                .isEqualTo(Verdict.TOO_LARGE);
    }

    @Test
    void saysThatItIsAway() {
        int port = clamd.port();
        clamd.close();

        assertThat(scanner(port, LARGEST).scan(bytes("x"))).isEqualTo(Verdict.AWAY);
    }

    @Test
    void waitsNoLongerThanItsTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertThat(scanner(silent.getLocalPort(), LARGEST).scan(new byte[LARGEST]))
                    .isEqualTo(Verdict.AWAY);
        }
    }

    /** An answer that nobody knows is no leave to keep a file. */
    @Test
    void takesNoOtherAnswerForAYes() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket asks = other.accept()) {
                    asks.getOutputStream().write(bytes("HTTP/1.1 400 OK\0"));
                    asks.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException gone) {
                    // Whoever asked is gone.
                }
            });

            assertThat(scanner(other.getLocalPort(), LARGEST).scan(bytes("x"))).isEqualTo(Verdict.AWAY);
        }
    }

    private static ClamdScanner scanner(int port, int largest) {
        return new ClamdScanner(new ScanProperties(
                InetAddress.getLoopbackAddress().getHostAddress(),
                port,
                Duration.ofMillis(port == 1 ? 100 : 2_000),
                DataSize.ofBytes(largest)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
