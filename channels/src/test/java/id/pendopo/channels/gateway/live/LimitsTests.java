package id.pendopo.channels.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTests {

    private final NodeLimits limits = new NodeLimits();

    @Test
    void saysHowLongToWaitWhenItIsTooMuch() {
        Duration minute = Duration.ofMinutes(1);

        assertThat(limits.exceeded("a", 2, minute)).isEmpty();
        assertThat(limits.exceeded("a", 2, minute)).isEmpty();
        assertThat(limits.exceeded("a", 2, minute))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), minute));
        assertThat(limits.exceeded("b", 2, minute)).isEmpty();
    }
}
