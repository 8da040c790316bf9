package id.pendopo.channels.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hop adds to the hops before it. */
class UssdSessionTests {

    private final UssdSession session = new UssdSession("line", "ATUid_1");

    /** @param hops the lengths of the texts that came before, separated by spaces */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0       | 2                      | 2",
                "0 1     | 2*1                    | 1",
                "0 1 3   | 2*1*ukuran 2*3 meter   | ukuran 2*3 meter",
                "0 1 3   | 2*1**123#              | *123#",
                "0 1 3 20| 2*1*ukuran 2*3 meter*1 | 1",
                "0       | 2*3                    | 2*3",
                "0 1     | 2*                     | ''",
                "0 1 2   | 2**                    | ''",
                "''      | 2*1*Gang 4             | Gang 4",
                "''      | 5                      | 5"
            })
    void isWhatTheTextHasMore(String hops, String text, String input) {
        Set<String> known = new HashSet<>();
        Arrays.stream(hops.split(" "))
                .filter(hop -> !hop.isEmpty())
                .forEach(hop -> known.add(session.hop(Integer.parseInt(hop))));

        assertThat(session.input(text, (_, ids) -> {
                    Set<String> came = new HashSet<>(ids);
                    came.retainAll(known);
                    return came;
                }))
                .isEqualTo(input);
    }
}
