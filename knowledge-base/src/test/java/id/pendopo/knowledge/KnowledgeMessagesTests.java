package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class KnowledgeMessagesTests {

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        Properties english = bundle("/messages/knowledge_en.properties");

        assertThat(english.keySet())
                .isEqualTo(bundle("/messages/knowledge.properties").keySet());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties bundle(String resource) throws IOException {
        Properties texts = new Properties();
        try (var in = KnowledgeMessagesTests.class.getResourceAsStream(resource)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
