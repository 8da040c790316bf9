package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channels",
                "channels-accounts",
                "channels-email",
                "channels-messenger",
                "channels-sms",
                "channels-telegram",
                "channels-ussd",
                "channels-voice"
            })
    void isCompleteInBothLanguagesAndSorted(String bundle) throws IOException {
        List<String> indonesian = keys(bundle + ".properties");

        assertThat(indonesian).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(keys(bundle + "_en.properties")).isEqualTo(indonesian);
    }

    private static List<String> keys(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }
}
