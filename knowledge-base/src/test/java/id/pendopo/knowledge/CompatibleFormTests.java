package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompatibleFormTests {

    @Test
    void leavesThirtyMarksOnALetter() {
        String marks = "\u0323\u0301".repeat(100_000);

        assertThat(CompatibleForm.of("x" + marks + " y").codePoints()).hasSizeBetween(30, 34);
    }

    @Test
    void keepsWhatPeopleWrite() {
        assertThat(CompatibleForm.of("caf\u0065\u0301 \uFF10\uFF18")).isEqualTo("caf\u00e9 08");
    }
}
