package id.pendopo.knowledge.editor;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.Seated;
import id.pendopo.knowledge.TestArticles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A text on its way from the first word to the citizens, with two people on it. */
class EditorDraftsTests extends EditorTest {

    private static final String CARD = "/kartu-hijau-hilang/id";
    private static final String SUMMARY = "Jika Kartu Hijau rusak atau hilang, datang ke loket tiga.";

    @Test
    void aDraftIsSavedAndServesNobody() {
        assertThat(save(citra, 0, SUMMARY)).hasStatus(302).hasRedirectedUrl("/desk/knowledge" + CARD + "/edit");

        assertThat(served()).startsWith("Jika Kartu Hijau hilang, bawa");
        assertThat(citra.reads(CARD + "/edit")).contains(SUMMARY, "name=\"revision\" value=\"1\"");
        assertThat(citra.reads("?show=DRAFT")).contains("Kartu Hijau hilang", "draf");
    }

    @Test
    void somebodyElseApprovesAndOnlyThenCitizensReadIt() {
        submit(citra, 0, SUMMARY);
        assertThat(citra.reads("?show=REVIEW")).contains("Kartu Hijau hilang");
        assertThat(citra.reads(CARD + "/review?wait=true"))
                .contains("Anda ikut menulis draf ini.")
                .doesNotContain("Setujui dan terbitkan");
        citra.sends(CARD + "/approve", "revision", "2");
        assertThat(served()).startsWith("Jika Kartu Hijau hilang, bawa");

        assertThat(dewi.reads(CARD + "/review?wait=true")).contains("Setujui dan terbitkan", "<ins>", "Ditulis citra.");
        dewi.sends(CARD + "/approve", "revision", "2");

        assertThat(served()).isEqualTo(SUMMARY);
        assertThat(knowledge.published("kartu-hijau-hilang", ID).orElseThrow().published())
                .isEqualTo("2026-11-24");
        assertThat(citra.reads(CARD)).contains("ditulis citra, disetujui dewi", "Ubah");
        assertThat(articles.seed(TestArticles.editions()))
                .as("files leave it alone")
                .isZero();
        assertThat(served()).isEqualTo(SUMMARY);
    }

    @Test
    void whoeverAddedAWordIsAnAuthor() {
        save(citra, 0, SUMMARY);
        submit(dewi, 1, SUMMARY + " Gratis.");

        dewi.sends(CARD + "/approve", "revision", "3");
        assertThat(served()).startsWith("Jika Kartu Hijau hilang, bawa");
        citra.sends(CARD + "/approve", "revision", "3");
        assertThat(served()).startsWith("Jika Kartu Hijau hilang, bawa");
    }

    @Test
    void twoPeopleCannotOverwriteEachOther() {
        save(citra, 0, SUMMARY);
        save(dewi, 1, "Yang ditulis Dewi.");

        MvcTestResult refused = save(citra, 1, "Yang ditulis Citra.");

        assertThat(refused).hasStatus(409);
        assertThat(Seated.body(refused))
                .contains("dewi menyimpan perubahan lain", "Yang ditulis Citra.", "<del>", "value=\"2\"");
        assertThat(dewi.reads(CARD + "/edit")).contains("Yang ditulis Dewi.").doesNotContain("Yang ditulis Citra.");
        assertThat(save(citra, 2, "Yang ditulis Citra.")).hasStatus(302);
        assertThat(save(citra, 0, "Dari awal.")).hasStatus(409);
    }

    @Test
    void aDraftThatChangedAfterItWasReadIsNotPublished() {
        submit(citra, 0, SUMMARY);
        submit(citra, 2, "Lain sekali, tanpa dibaca siapa pun.");

        dewi.sends(CARD + "/approve", "revision", "2");

        assertThat(served()).startsWith("Jika Kartu Hijau hilang, bawa");
    }

    @Test
    void isSentBackWithAReasonAndThrownAway() {
        submit(citra, 0, SUMMARY);

        dewi.sends(CARD + "/return", "revision", "2", "reason", "Loket tiga sudah pindah.");

        assertThat(citra.reads(CARD + "/edit")).contains("Dikembalikan:", "Loket tiga sudah pindah.");
        citra.sends(CARD + "/discard", "revision", "3");
        assertThat(citra.reads(CARD + "/edit")).doesNotContain(SUMMARY).contains("bawa surat kehilangan");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        MvcTestResult refused = citra.sends(
                CARD + "/edit", "revision", "0", "title", " ", "summary", SUMMARY, "name.1", "Perda", "url.1", "perda");

        assertThat(refused).hasStatus(422);
        assertThat(Seated.body(refused))
                .contains("href=\"#title\"", "href=\"#name-1\"", "Sumber belum lengkap", SUMMARY, "value=\"Perda\"");
    }

    @Test
    void whatMustBeMendedIsNotHandedOn() {
        citra.sends(CARD + "/edit", form(0, "Biayanya Rp9.999 per kartu.", "wish", "SUBMIT", "sms", "é".repeat(161)));

        assertThat(citra.reads("?show=REVIEW")).contains("Tidak ada artikel di sini.");
        assertThat(citra.reads(CARD + "/edit"))
                .contains("angka atau ketentuan tanpa sumber", "161 huruf, menjadi 2 SMS", "Wajib:");
    }

    @Test
    void measuresWhileSomebodyTypesWithoutStoringAnything() {
        String part = Seated.body(citra.sends(
                CARD + "/lint", form(0, SUMMARY, "sms", "Datang ke loket 😀", "voice", "kata ".repeat(60))));

        assertThat(part)
                .contains(
                        "id=\"lint\"",
                        "tidak ada dalam SMS biasa: 😀",
                        "27 detik; paling lama 20",
                        "27 detik dibacakan")
                .doesNotContain("<html");
        assertThat(citra.reads("?show=DRAFT")).contains("Tidak ada artikel di sini.");
    }

    @Test
    void tellsAValidityInTheFieldOfTheWaitingTime() {
        assertThat(Seated.body(
                        citra.sends(CARD + "/lint", form(0, SUMMARY, "field.DURATION", "Kartu berlaku dua tahun."))))
                .contains("ini tentang masa berlaku");
        assertThat(Seated.body(citra.sends(CARD + "/lint", form(0, SUMMARY, "field.DURATION", "Dua hari kerja."))))
                .doesNotContain("ini tentang masa berlaku");
    }

    @Test
    void aNewArticleBeginsWithItsName() {
        assertThat(Seated.body(citra.sends("/new", "title", "Kartu Biru", "slug", "Kartu Biru", "service", "kartu")))
                .contains("Tulis alamat halaman dengan huruf kecil");
        assertThat(Seated.body(
                        citra.sends("/new", "title", "Kartu Biru", "slug", "kartu-hijau-hilang", "service", "kartu")))
                .contains("sudah dipakai");

        assertThat(citra.sends("/new", "title", "Kartu Biru", "slug", "kartu-biru", "service", "kartu"))
                .hasRedirectedUrl("/desk/knowledge/kartu-biru/id/edit");

        assertThat(knowledge.published("kartu-biru", ID)).isEmpty();
        citra.sends("/kartu-biru/id/edit", form(1, "Kartu Biru dibuat di loket satu.", "wish", "SUBMIT"));
        dewi.sends("/kartu-biru/id/approve", "revision", "3");
        assertThat(knowledge.published("kartu-biru", ID).orElseThrow().summary())
                .isEqualTo("Kartu Biru dibuat di loket satu.");
    }

    private String served() {
        return knowledge.published("kartu-hijau-hilang", ID).orElseThrow().summary();
    }

    private static MvcTestResult save(Seated who, int revision, String summary) {
        return who.sends(CARD + "/edit", form(revision, summary));
    }

    private static void submit(Seated who, int revision, String summary) {
        who.sends(CARD + "/edit", form(revision, summary, "wish", "SUBMIT"));
    }

    /** A complete form with some fields replaced. */
    private static String[] form(int revision, String summary, String... others) {
        List<String> form = new ArrayList<>(List.of(others));
        List<String> usual = List.of(
                "revision", "" + revision,
                "title", "Kartu Hijau hilang",
                "summary", summary,
                "sms", "Kartu Hijau hilang: datang ke loket.",
                "voice", "Datang ke loket.",
                "questions", "kartu hijau saya jatuh di jalan\nganti kartu hijau yang rusak");
        for (int i = 0; i < usual.size(); i += 2) {
            if (!List.of(others).contains(usual.get(i))) {
                form.addAll(usual.subList(i, i + 2));
            }
        }
        return form.toArray(String[]::new);
    }
}
