package id.pendopo.config.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.OnSecondThread;
import id.pendopo.config.journeys.DeskProcess;
import id.pendopo.config.ledger.DatabaseWire.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node is frozen while it holds the rows of conversations: the other one answers the same citizens once the database has
 * ended the transaction, and nothing is lost or said twice when the node goes on.
 */
@OnSecondThread
class FrozenNodeTests {

    private static final Duration SOON = Duration.ofSeconds(90);

    /** Twilio gives up its request to the frozen node after 15 s; its transaction ends after 10 s. */
    private static final Duration FREE_AGAIN = Duration.ofSeconds(80);

    /** Responses that went nowhere are looked for some 25 s later, and asked for half a minute after that. */
    private static final Duration FOUND = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void theOtherNodeAnswersTheFrozenOnesCitizens() throws Exception {
        try (Theatre theatre = Theatre.open(folder);
                DeskProcess second = theatre.secondNode()) {
            try (Traffic traffic = Traffic.start(List.of(theatre.twilio()), 3, 1, 1)) {
                theatre.awaitAcknowledged(10, SOON);
                theatre.wire().stopNext(Side.BEFORE, Blow::isTurn).get(SOON.toSeconds(), TimeUnit.SECONDS);
                signal(theatre.desk(), "STOP");
                int frozenAt =
                        theatre.ledger().entries(Ledger.What.ACKNOWLEDGED).size();
                theatre.serve(second);
                Set<String> everybody = citizens(theatre, 0);

                await().atMost(FREE_AGAIN)
                        .untilAsserted(() -> assertThat(citizens(theatre, frozenAt))
                                .as(() -> Blockers.of(theatre.database()))
                                .isEqualTo(everybody));

                signal(theatre.desk(), "CONT");
                theatre.release();
                theatre.awaitAcknowledged(10, SOON);
                traffic.close();
            } finally {
                signal(theatre.desk(), "CONT");
            }
            await().atMost(FOUND).untilAsserted(() -> {
                Audit.Findings found = Audit.of(theatre.ledger(), theatre.database());
                assertThat(found.problems()).isEmpty();
                assertThat(found.clean()).isTrue();
                assertThat(Audit.open(theatre.ledger(), theatre.database())).isZero();
            });
        }
    }

    private static Set<String> citizens(Theatre theatre, int since) {
        return theatre.ledger().entries(Ledger.What.ACKNOWLEDGED).stream()
                .skip(since)
                .map(Ledger.Entry::citizen)
                .collect(Collectors.toSet());
    }

    private static void signal(DeskProcess node, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, "" + node.pid())
                        .start()
                        .waitFor())
                .isZero();
    }
}
