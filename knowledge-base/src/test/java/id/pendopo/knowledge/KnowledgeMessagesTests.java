package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeMessagesTests {

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        Properties english = bundle("/messages/knowledge_en.properties");

        assertThat(english.keySet())
                .isEqualTo(bundle("/messages/knowledge.properties").keySet());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jv", "su"})
    void theWordsOfAnAnswerAreThereInEveryLanguageOfAnArticle(String language) throws IOException {
        Properties words = bundle("/messages/knowledge_" + language + ".properties");

        assertThat(words.keySet())
                .isEqualTo(bundle("/messages/knowledge.properties").keySet().stream()
                        .filter(key -> key.toString().matches("(answer|aspect)\\..+"))
                        .collect(Collectors.toSet()));
        assertThat(words.values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties bundle(String resource) throws IOException {
        Properties texts = new Properties();
        try (var in = KnowledgeMessagesTests.class.getResourceAsStream(resource)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
