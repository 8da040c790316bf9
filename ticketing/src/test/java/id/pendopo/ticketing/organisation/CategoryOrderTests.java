package id.pendopo.ticketing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the order of a file and that of the desk become one. */
class CategoryOrderTests {

    @ParameterizedTest
    @CsvSource({
        "a b c, a b c, a b c",
        "a b c, c a, c b a",
        "a b c, b, a b c",
        "a b c, a x b, a x b c",
        "a b c, x, a b c x",
        "a b c, x y a, a b c x y",
    })
    void theFilesOrderCountsAmongItsOwn(String before, String file, String after) {
        assertThat(CategoryOrder.of(List.of(before.split(" ")), List.of(file.split(" "))))
                .containsExactly(after.split(" "));
    }
}
