package id.pendopo.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.facts.NluServices;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ticketing.Suggestions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk is offered to send. */
@ConversationTest
class DeskSuggestionsTests {

    private static final Locale INDONESIAN = Locale.of("id");

    private final Suggestions suggestions;

    DeskSuggestionsTests(NluServices understanding, Phrasebook phrasebook) {
        this.suggestions = new DeskSuggestions(understanding, phrasebook, "https://layanan.example/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batal", "Batal.", "STATUS", "menu", "petugas", "bahasa"})
    void aCommandAsksForNoArticle(String command) {
        assertThat(suggestions.articles(command, INDONESIAN)).isEmpty();
    }

    @Test
    void anArticleIsSentByAnAddressThatOpensAnywhere() {
        Suggestions.Article article = suggestions
                .articles("ktp saya hilang, apa syaratnya", INDONESIAN)
                .getFirst();

        assertThat(article.url()).startsWith("/help/");
        assertThat(article.address()).isEqualTo("https://layanan.example" + article.url());
    }
}
