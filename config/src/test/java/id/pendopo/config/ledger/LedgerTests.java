package id.pendopo.config.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.OnSecondThread;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * Nothing lost: killed eight times while citizens write, the desk has every message once and answered it once, in order.
 * A failure names its seed; {@code ./pendopo bench crash --cycles 8 --seed SEED} strikes at the same points again.
 */
@OnSecondThread
class LedgerTests {

    private static final int CYCLES = Integer.getInteger("pendopo.crash.cycles", 8);

    @Test
    void losesNothingHoweverItIsKilled() throws Exception {
        long seed =
                Long.getLong("pendopo.crash.seed", ThreadLocalRandom.current().nextInt(1_000_000));

        CrashRun.Result result = new CrashRun(CYCLES, seed).run();

        System.out.println("seed " + seed + ": " + result.line());
        assertThat(result.findings()).as("seed %d, log %s", seed, result.log()).isEmpty();
        assertThat(result.clean()).as("seed %d: %s", seed, result.line()).isTrue();
        assertThat(result.acknowledged()).as("seed %d", seed).isGreaterThan(CYCLES * 5);
        assertThat(result.marking())
                .as("seed %d: Twilio can be asked, so nothing needs to be sent twice", seed)
                .doesNotContain(TwilioProvider.RESPONDING, TwilioProvider.SENDING);
    }
}
