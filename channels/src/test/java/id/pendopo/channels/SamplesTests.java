package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTests {

    static Stream<Class<?>> blocks() {
        return Samples.blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void areTheSameInEachLanguage(Class<?> block) {
        List<String> indonesian = names(block, Locale.of("id"));

        assertThat(indonesian).doesNotHaveDuplicates().isEqualTo(names(block, Locale.ENGLISH));
    }

    @Test
    void sayWhatIsMissingForABlockThatNobodyThoughtOf() {
        assertThatThrownBy(() -> Samples.of(Choice.class, Locale.ENGLISH))
                .hasMessageContaining("Block.Choice has no samples that show it: add them to Samples");
    }

    private static List<String> names(Class<?> block, Locale language) {
        return Samples.of(block, language).stream().map(Sample::name).toList();
    }
}
