package id.pendopo.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.facts.NluServices;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ticketing.Suggestions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** An article that does not answer costs an agent more than none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ingin bicara dengan petugas",
                "ya",
                "iya bener pak",
                "kirim",
                "tolong segera diperbaiki ya pak, bahaya buat anak sekolah",
                "kapan datangnya?",
                "sudah saya kirim fotonya",
                "jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali",
                "lampu jalan mati di jl kenanga depan rmh pak rt, udh seminggu",
                "sampah numpuk di pasar baru sudah tiga hari, bau sekali",
                "ada pohon tumbang menutup jalan melati",
                "got mampet depan rumah, kalau hujan banjir"
            })
    void aMatterThatNoArticleAnswersBringsNone(String matter) {
        assertThat(suggestions.articles(matter, INDONESIAN))
                .extracting(Suggestions.Article::title)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "syarat bikin ktp baru apa saja, ktp",
        "berapa biaya perpanjang sim c, sim",
        "kk saya hilang bagaimana mengurusnya, kk",
        "cara daftar bpjs, bpjs",
        "urus ktp, ktp",
        "mau ganti alamat di ktp, ktp",
        "sim mati, sim",
        "pajak motor, pajak"
    })
    void aQuestionBringsItsArticle(String question, String slug) {
        assertThat(suggestions.articles(question, INDONESIAN))
                .extracting(Suggestions.Article::slug)
                .anyMatch(found -> found.contains(slug));
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
