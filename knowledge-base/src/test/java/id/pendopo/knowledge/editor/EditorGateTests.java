package id.pendopo.knowledge.editor;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.EditorTest;
import org.junit.jupiter.api.Test;

/** Questions that must find their article before it is published, and the page that says why the bot answers so. */
class EditorGateTests extends EditorTest {

    @Test
    void aQuestionThatFindsSomethingElseKeepsTheGateClosed() {
        write("mengurus kartu merah yang baru", "sewa lapangan olahraga berapa per jam");

        assertThat(dewi.reads("/kartu-merah/id/review?wait=true"))
                .contains("&quot;sewa lapangan olahraga berapa per jam&quot; menemukan sewa-lapangan")
                .doesNotContain("Setujui dan terbitkan");
        dewi.sends("/kartu-merah/id/approve", "revision", "3");
        assertThat(knowledge.published("kartu-merah", ID)).isEmpty();
    }

    @Test
    void aQuestionTakenFromAnotherArticleKeepsTheGateClosed() {
        write("kartu hijau dicuri orang kartu hijau dicuri orang\nkartu hijau dicuri orang", "");

        assertThat(dewi.reads("/kartu-merah/id/review?wait=true")).contains("kartu hijau dicuri orang");
        dewi.sends("/kartu-merah/id/approve", "revision", "3");

        assertThat(knowledge.published("kartu-merah", ID)).isEmpty();
    }

    @Test
    void goldenQuestionsOpenTheGateAndAreNotSearched() {
        write("mengurus kartu merah yang baru\nbikin kartu merah", "kartu merah gimana bikinnya");

        assertThat(dewi.reads("/kartu-merah/id/review?wait=true"))
                .contains("semua menemukan artikelnya.", "Setujui dan terbitkan");
        dewi.sends("/kartu-merah/id/approve", "revision", "3");

        assertThat(knowledge.published("kartu-merah", ID)).isPresent();
        assertThat(articles.golden("kartu-merah", ID)).containsExactly("kartu merah gimana bikinnya");
        assertThat(articles.newest()).noneMatch(e -> e.questions().contains("kartu merah gimana bikinnya"));
    }

    @Test
    void aPublishedGoldenQuestionIsDefended() {
        write("mengurus kartu merah yang baru", "kartu merah untuk pendatang");
        dewi.sends("/kartu-merah/id/approve", "revision", "3");

        citra.sends("/new", "title", "Kartu pendatang", "slug", "kartu-pendatang", "service", "kartu-pendatang");
        citra.sends("/kartu-pendatang/id/edit", form("Kartu pendatang", "kartu merah untuk pendatang", ""));

        assertThat(dewi.reads("/kartu-pendatang/id/review?wait=true"))
                .contains(
                        "&quot;kartu merah untuk pendatang&quot; milik kartu-merah, tetapi akan menemukan artikel ini");
    }

    @Test
    void saysWhatTheBotWouldSayAndWhy() {
        String page = citra.reads("/try?q=kartu hijau saya hilang bayar berapa");

        assertThat(page)
                .contains("Asisten menjawab:", "Gratis. Tidak ada pungutan apa pun.", "Kartu Hijau hilang")
                .contains("Kata yang menentukan", "<td>hilang</td>");
        assertThat(citra.reads("/try?q=qwrtzp")).contains("Asisten tidak tahu", "Tidak ada artikel yang mendekati.");
        assertThat(citra.reads("/try")).doesNotContain("Jawabannya");
    }

    @Test
    void thePageOpensBeforeTheVerdictIsKnownAndWithItAfterwards() {
        write("mengurus kartu merah yang baru", "kartu merah gimana bikinnya");
        String fetch = "hx-get=\"/desk/knowledge/kartu-merah/id/review?wait=true\"";

        assertThat(dewi.reads("/kartu-merah/id/review"))
                .contains(fetch, "Pertanyaan uji sedang ditanyakan", "<h3>Ringkasan</h3>")
                .doesNotContain("Setujui dan terbitkan", "semua menemukan artikelnya");
        assertThat(dewi.reads("/kartu-merah/id/review?wait=true"))
                .contains("semua menemukan artikelnya.", "Setujui dan terbitkan")
                .doesNotContain(fetch);

        assertThat(dewi.reads("/kartu-merah/id/review"))
                .contains("semua menemukan artikelnya.", "Setujui dan terbitkan")
                .doesNotContain(fetch);
    }

    private void write(String questions, String golden) {
        citra.sends("/new", "title", "Kartu Merah", "slug", "kartu-merah", "service", "kartu-merah");
        citra.sends("/kartu-merah/id/edit", form("Kartu Merah", questions, golden));
    }

    private static String[] form(String title, String questions, String golden) {
        return new String[] {
            "revision",
            "1",
            "title",
            title,
            "summary",
            title + " dibuat di loket empat.",
            "sms",
            title + ": datang ke loket empat.",
            "voice",
            title + " dibuat di loket empat.",
            "questions",
            questions,
            "golden",
            golden,
            "wish",
            "SUBMIT"
        };
    }
}
