package id.pendopo.knowledge.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.feedback.Opinions;
import id.pendopo.knowledge.feedback.Opinions.Usefulness;
import id.pendopo.knowledge.feedback.ReferringChannel;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@KnowledgeTest
class UsefulnessPageTests {

    private static final Locale ID = Locale.of("id");

    @Autowired
    MockMvc web;

    @Autowired
    Opinions opinions;

    @Autowired
    KnowledgeBase knowledge;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void nobodySaidAnything() {
        db.sql("delete from article_opinion").update();
        db.sql("delete from article_dispute").update();
    }

    @Test
    void tellsTheNewestVersionFromAllAndPutsTheLeastHelpfulFirst() {
        db.sql("""
                insert into article_opinion (slug, language, version, channel, helpful, times)
                values ('a', 'id', 1, 'web', false, 9), ('a', 'id', 2, 'web', true, 3), ('a', 'id', 2, 'web', false, 1),
                       ('b', 'id', 1, 'chat', false, 2), ('b', 'en', 1, 'chat', true, 1)
                """).update();

        assertThat(opinions.usefulness(10))
                .containsExactly(
                        new Usefulness("b", "id", "chat", 1, 0, 2, 0, 2),
                        new Usefulness("a", "id", "web", 2, 3, 1, 3, 10),
                        new Usefulness("b", "en", "chat", 1, 1, 0, 1, 0));
        assertThat(opinions.usefulness(10)).extracting(Usefulness::percent).containsExactly(0L, 75L, 100L);
    }

    @Test
    void showsEditorsTheFiguresAndTheReasons() throws Exception {
        ArticleVersion text = knowledge.published("kartu-hijau-baru", ID).orElseThrow();
        opinions.count(
                text, ReferringChannel.of("chat"), false, UUID.randomUUID().toString());
        opinions.dispute(text, ReferringChannel.of("chat"), "Biayanya <b>naik</b>.");

        web.perform(get("/desk/knowledge/usefulness").locale(ID))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "/help/kartu-hijau-baru",
                                "Kartu Hijau pertama",
                                "<td>Indonesia</td>",
                                "<td>Chat web</td>",
                                "<td>0 %</td>",
                                "Mengapa tidak membantu",
                                "Indonesia, Chat web, versi 1, 24 November 2026",
                                "Biayanya &lt;b&gt;naik&lt;/b&gt;.")));
    }

    @Test
    void keepsAnArticleThatIsPublishedNoMoreUnderItsPermanentName() throws Exception {
        db.sql("""
                insert into article_opinion (slug, language, version, channel, helpful, times)
                values ('artikel-lama', 'en', 1, 'web', true, 1)
                """).update();

        web.perform(get("/desk/knowledge/usefulness").locale(Locale.ENGLISH))
                .andExpect(content().string(stringContainsInOrder("artikel-lama", "English", "Help centre", "100 %")));
    }

    @Test
    void saysSoWhileNobodyHasSaidAnything() throws Exception {
        web.perform(get("/desk/knowledge/usefulness").locale(ID))
                .andExpect(content().string(containsString("Belum ada warga yang menilai artikel.")));
    }
}
