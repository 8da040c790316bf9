package id.pendopo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBundleTests {

    @ParameterizedTest
    @ValueSource(strings = {"config", "channels", "knowledge", "ticketing", "conversation"})
    void isCompleteInIndonesianAndEnglish(String module) throws IOException {
        Properties indonesian = load("/messages/" + module + ".properties");
        Properties english = load("/messages/" + module + "_en.properties");

        assertThat(english.keySet()).isEqualTo(indonesian.keySet());
        assertThat(indonesian.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties load(String resource) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = MessageBundleTests.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
