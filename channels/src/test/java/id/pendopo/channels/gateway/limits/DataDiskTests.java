package id.pendopo.channels.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Limits;
import id.pendopo.channels.Limits.FreeSpace.Level;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataDiskTests {

    private static final long MEGABYTE = 1 << 20;
    private static final Limits.Values LIMITS = (limit, _) -> Objects.requireNonNull(
            Map.of(DataDisk.FLOOR, 1024L, DataDisk.LAST, 100L).get(limit));

    @ParameterizedTest
    @CsvSource({
        "200000, 1024, ENOUGH",
        "200000, 1023, LOW",
        "200000, 100, LOW",
        "200000, 99, OUT",
        "200000, 0, OUT",
        "1000, 50, ENOUGH",
        "1000, 49, LOW",
        "1000, 5, LOW",
        "1000, 4, OUT"
    })
    void aSmallDiskNeedsLess(long total, long free, Level level) {
        DataDisk disk = new DataDisk(() -> free * MEGABYTE, () -> total * MEGABYTE, LIMITS);

        assertThat(disk.level()).isEqualTo(level);
    }
}
