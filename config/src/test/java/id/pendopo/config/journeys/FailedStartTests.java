package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.OnSecondThread;
import id.pendopo.config.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that cannot start says why and ends, and leaves nothing behind that the next start would stumble over. */
@OnSecondThread
class FailedStartTests {

    @TempDir
    Path data;

    @Test
    void aTakenPortEndsTheProcessAndFreesTheDataFolder() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(exit(start(taken.getLocalPort()))).isEqualTo(1);

            assertThat(DeskProcess.log(data))
                    .contains("Port " + taken.getLocalPort() + " is taken by another program", "PENDOPO_PORT=")
                    .doesNotContain("PortInUseException");
            assertThat(EmbeddedPostgres.running(data)).isEmpty();
        }
        EmbeddedPostgres.start(data, 0).close();
    }

    @Test
    void aFolderInUseEndsTheProcessAndLeavesTheOtherAlone() throws Exception {
        try (EmbeddedPostgres other = EmbeddedPostgres.start(data, 0)) {
            assertThat(exit(start(DeskProcess.freePort()))).isEqualTo(1);

            assertThat(DeskProcess.log(data))
                    .contains("Another Pendopo uses the data folder", "PENDOPO_DATA")
                    .doesNotContain("at id.pendopo");
            assertThat(EmbeddedPostgres.running(data)).contains(other.url());
        }
    }

    @Test
    void anUnknownCountryPackEndsTheProcessWithOneSentence() throws Exception {
        assertThat(exit(start(DeskProcess.freePort(), Map.of("PENDOPO_PACK", "atlantis"))))
                .isEqualTo(1);

        assertThat(DeskProcess.log(data))
                .contains("There is no country pack \"atlantis\"", "Set PENDOPO_PACK to \"id\"")
                .doesNotContain("at id.pendopo");
        assertThat(EmbeddedPostgres.running(data)).isEmpty();
    }

    private static int exit(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(int port) throws IOException {
        return start(port, Map.of());
    }

    private Process start(int port, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(
                Map.of("PENDOPO_DATA", data.toString(), "PENDOPO_PORT", "" + port, "SERVER_ADDRESS", "127.0.0.1"));
        return DeskProcess.launch(data, environment, DeskProcess.java(List.of("demo")));
    }
}
