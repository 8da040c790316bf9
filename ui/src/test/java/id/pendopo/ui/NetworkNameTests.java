package id.pendopo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNameTests {

    @Test
    void isTheFirstHalfOfASha256() {
        assertThat(NetworkName.of("203.0.113.7")).contains("f58be932fc424cd10e6168c6e1da2344");
    }

    @Test
    void tellsAddressesApartAndKeepsASubscribersTogether() {
        assertThat(NetworkName.of("203.0.113.7")).isNotEqualTo(NetworkName.of("203.0.113.8"));
        assertThat(NetworkName.of("2001:db8:1:2::1")).isEqualTo(NetworkName.of("2001:db8:1:2:ffff::9"));
        assertThat(NetworkName.of("2001:db8:1:2::1")).isNotEqualTo(NetworkName.of("2001:db8:1:3::1"));
    }

    /** What an older version counted is not taken for the same. */
    @Test
    void isNoMd5() {
        String before =
                UUID.nameUUIDFromBytes(new byte[] {(byte) 203, 0, 113, 7}).toString();

        assertThat(NetworkName.of("203.0.113.7").orElseThrow())
                .isNotEqualTo(before)
                .isNotEqualTo(before.replace("-", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "desa.example", ""})
    void knowsNoneOfAHiddenOrMissingAddress(String address) {
        assertThat(NetworkName.of(address)).isEmpty();
    }
}
