package id.pendopo.knowledge.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Article;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.Question;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@KnowledgeTest
class HelpSearchTests {

    private static final Locale ID = Locale.of("id");

    @Autowired
    MockMvc web;

    @Autowired
    HelpSearch search;

    @Autowired
    KnowledgeBase knowledge;

    @Test
    void answersWithoutJavaScript() throws Exception {
        web.perform(get("/help").param("q", "kartu hijau hilang brp").locale(ID))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "/help/kartu-hijau-hilang",
                                "Biaya: Gratis. Tidak ada pungutan apa pun.",
                                "Peraturan Kabupaten Contoh",
                                "Versi 1, terbit 21 November 2026",
                                "/help/kartu-hijau-baru",
                                "</html>")));
    }

    @Test
    void saysTheSameAsTheDeskOnItsLines() {
        String q = "kartu hijau saya hilang syaratnya apa";
        var answer = (Answer.Found) knowledge.ask(new Question(q, ID, Optional.empty()));

        var found = search.of(q, ID);

        assertThat(found.answer()).hasValueSatisfying(quoted -> {
            assertThat(quoted.citation()).isEqualTo(answer.citation());
            assertThat(quoted.words()).isEqualTo(FieldText.of(answer.web()));
        });
        assertThat(found.choices()).isEmpty();
        assertThat(found.others()).extracting(Article::slug).doesNotContain("kartu-hijau-hilang");
    }

    @Test
    void asksWhichOneIsMeantWhenUnsure() throws Exception {
        assertThat(knowledge.ask(new Question("kartu hijau", ID, Optional.empty())))
                .isInstanceOf(Answer.Ambiguous.class);

        web.perform(get("/help").param("q", "kartu hijau").locale(ID))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Yang mana yang Anda maksud?",
                                "class=\"options\"",
                                "/help/kartu-hijau-",
                                "/help/kartu-hijau-")));
    }

    @Test
    void leadsToChatAndReportWhenNothingIsFound() throws Exception {
        web.perform(get("/help").param("q", "qwrtzp").param("part", "results").locale(ID))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Kami belum punya artikel yang menjawab itu.", "href=\"/chat\"", "href=\"/report\"")))
                .andExpect(content().string(not(containsString("/help/"))));
    }

    @Test
    void givesOnlyTheResultsToALivePage() throws Exception {
        web.perform(get("/help")
                        .param("q", "sewa lapangan")
                        .param("part", "results")
                        .locale(ID))
                .andExpect(content().string(containsString("data-say=\"Ada jawaban. 1 halaman ditemukan.\"")))
                .andExpect(content().string(containsString("/help/sewa-lapangan")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void nothingIsSaidAboutABlank() throws Exception {
        web.perform(get("/help").param("q", "   ").param("part", "results").locale(ID))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<section"))));
    }

    @Test
    void searchWordsAreEscaped() throws Exception {
        web.perform(get("/help").param("q", "<script>alert(1)</script>").locale(ID))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }
}
