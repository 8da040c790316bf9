package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.ui.CountryPack;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CallTopicsTests {

    private final CallTopics shipped = CallTopics.of(CountryPack.chosen());

    @Test
    void nameArticlesThatThereAre() {
        KnowledgeBase knowledge = BundledModels.load().knowledgeBase();

        assertThat(shipped.all())
                .hasSize(7)
                .allSatisfy(topic -> assertThat(topic.articles())
                        .hasSize(7)
                        .doesNotHaveDuplicates()
                        .allMatch(slug ->
                                knowledge.published(slug, Locale.of("id")).isPresent()));
    }

    @Test
    void haveNamesToSay() {
        ResourceBundle words = ResourceBundle.getBundle("messages.conversation-voice", Locale.ROOT);

        assertThat(shipped.all()).allMatch(topic -> words.containsKey(topic.key()));
    }

    @Test
    void areNoMoreThanKeys() {
        CallTopics.Topic topic = new CallTopics.Topic("x", Collections.nCopies(8, "sim-baru"));

        assertThatThrownBy(() -> new CallTopics(List.of(topic))).hasMessageContaining("at most");
    }
}
