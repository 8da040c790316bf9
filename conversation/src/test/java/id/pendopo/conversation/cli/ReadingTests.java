package id.pendopo.conversation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that go along the messages of one turn; {@code @} is its ending. */
class ReadingTests {

    /** The number of the line at which something differs, the one after the last when a message was left; 0 when all is well. */
    private static int difference(List<String> said, String... lines) {
        Reading reading = new Reading(said);
        int number = 1;
        try {
            for (String line : lines) {
                if (line.equals("@")) {
                    reading.end();
                } else {
                    reading.look(number, line, message -> message.contains(line));
                }
                number++;
            }
            reading.done(number);
            return 0;
        } catch (Difference difference) {
            return number;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "satu dua;tiga,        satu;tiga,       0",
        "satu dua;tiga,        satu;dua;tiga,   0",
        "satu dua;tiga,        satu;dua,        3",
        "satu dua;tiga,        tiga,            1",
        "satu dua;tiga,        tiga;satu,       1",
        "satu dua;tiga,        satu;satu;tiga,  0",
        "satu;satu,            satu;satu,       0",
        "satu;satu,            satu,            2",
        "satu;satu dua,        satu;satu;dua,   0",
        "satu dua;satu,        satu;dua;satu,   0",
        "satu dua;tiga,        @,               0",
        "satu dua;tiga,        @;satu;tiga,     0",
        "satu dua;tiga,        @;tiga,          0",
        "satu dua;tiga,        satu;@;dua,      0",
        "satu dua;tiga,        tiga;@,          1",
        "satu dua;tiga,        @;tiga;satu,     3",
        "satu,                 satu;dua,        2"
    })
    void readsEveryMessageInOrder(String said, String lines, int line) {
        assertThat(difference(List.of(said.split(";")), lines.split(";"))).isEqualTo(line);
    }
}
