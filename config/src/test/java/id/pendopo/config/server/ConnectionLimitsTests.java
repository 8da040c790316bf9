package id.pendopo.config.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ConnectionLimitsTests {

    @ParameterizedTest
    @CsvSource({"1024, 2000, 250", "640, 1250, 156", "4096, 8000, 1000", "64, 200, 25"})
    void allowsConnectionsByHeap(int megabytes, int connections, int perAddress) {
        ConnectionLimits limits = ConnectionLimits.of(settings(0, 0), (long) megabytes << 20);

        assertThat(limits.connections()).isEqualTo(connections);
        assertThat(limits.perNetwork()).isEqualTo(perAddress);
    }

    @Test
    void allowsWhatTheOperatorSays() {
        ConnectionLimits limits = ConnectionLimits.of(settings(500, 7), 1L << 30);

        assertThat(limits.connections()).isEqualTo(500);
        assertThat(limits.perNetwork()).isEqualTo(7);
    }

    @Test
    void givesMoreTimeForMoreBytesAndLessWhenPlacesAreTaken() {
        ConnectionLimits limits = ConnectionLimits.of(settings(100, 0), 1L << 30);

        assertThat(limits.allowed(0, false)).isEqualTo(Duration.ofSeconds(20));
        assertThat(limits.allowed(81_920, false)).isEqualTo(Duration.ofSeconds(30));
        assertThat(limits.allowed(0, limits.pressed(76))).isEqualTo(Duration.ofSeconds(5));
        assertThat(limits.pressed(75)).isFalse();
        assertThat(limits.perNetwork(true)).isEqualTo(6);
        assertThat(limits.perNetwork(false)).isEqualTo(25);
    }

    @Test
    void takesOneIpv6NetworkForOneSubscriber() {
        assertThat(network("2001:db8:1:2:3::4")).isEqualTo(network("2001:db8:1:2:ffff::1"));
        assertThat(network("2001:db8:1:2:3::4")).isNotEqualTo(network("2001:db8:1:3:3::4"));
        assertThat(network("203.0.113.4")).isNotEqualTo(network("203.0.113.5"));
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proxies(List.of("everybody")));
    }

    private static Network network(String address) {
        return Network.of(InetAddress.ofLiteral(address));
    }

    private static ConnectionProperties settings(int connections, int perAddress) {
        return new ConnectionProperties(
                connections, perAddress, Duration.ofSeconds(20), DataSize.ofKilobytes(8), List.of());
    }
}
