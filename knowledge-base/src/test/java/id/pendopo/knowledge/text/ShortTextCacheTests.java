package id.pendopo.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShortTextCacheTests {

    private final AtomicInteger worked = new AtomicInteger();
    private final ShortTextCache<String, Integer> recall = new ShortTextCache<>();

    @Test
    void whatWasAskedBeforeIsNotWorkedOutAgain() {
        assertThat(lengthOf("brp biaya sim c")).isEqualTo(15);
        assertThat(lengthOf("brp biaya sim c")).isEqualTo(15);
        assertThat(worked).hasValue(1);
    }

    @Test
    void aLongTextIsNotKept() {
        String complaint = "jalan rusak ".repeat(20);
        lengthOf(complaint);
        lengthOf(complaint);
        assertThat(worked).hasValue(2);
    }

    private int lengthOf(String text) {
        return recall.of(text, text, given -> {
            worked.incrementAndGet();
            return given.length();
        });
    }
}
