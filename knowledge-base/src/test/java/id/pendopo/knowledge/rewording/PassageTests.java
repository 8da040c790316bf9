package id.pendopo.knowledge.rewording;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Answer.Found;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.Citation;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.Rewording.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTests {

    private static final Locale ID = Locale.of("id");

    private static final KnowledgeBase ARTICLES = BundledModels.load().knowledgeBase();

    /** An article that says no more than this. */
    static Found saying(String text) {
        LocalDate day = LocalDate.of(2026, 11, 21);
        ArticleVersion version = new ArticleVersion(
                "kartu-hijau-hilang",
                "kartu-hijau",
                ID,
                3,
                day,
                "Kartu Hijau hilang",
                text,
                text,
                text,
                Map.of(),
                List.of());
        Citation citation = new Citation("Kartu Hijau hilang", "/help/kartu-hijau-hilang", 3, day, "Papan layanan");
        return new Found(version, Optional.empty(), text, text, text, citation, 0.9);
    }

    @Test
    void aSummaryMayBePutIntoOtherWords() {
        Found found = ARTICLES.answer("ktp-el-hilang", Optional.empty(), ID).orElseThrow();

        assertThat(Passage.of(found, Form.WEB))
                .map(Passage::text)
                .contains(found.version().summary());
        assertThat(Passage.of(saying("Bawa surat polisi dalam 14 hari. Gratis."), Form.SMS))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Aspect.class,
            names = {"REQUIREMENTS", "PROCEDURE", "FEE", "PRODUCT", "OFFICE", "LEGAL_BASIS", "COMPLAINT"})
    void aFieldComesOutAsItIs(Aspect aspect) {
        Found found = ARTICLES.answer("ktp-el-hilang", Optional.of(aspect), ID).orElseThrow();

        assertThat(found.aspect()).contains(aspect);
        assertThat(Passage.of(found, Form.WEB)).isEmpty();
    }

    @Test
    void whatIsNotKnownComesOutAsItIs() {
        Found found = ARTICLES.answer("ktp-el-hilang", Optional.of(Aspect.DURATION), ID)
                .orElseThrow();

        assertThat(found.aspect()).isEmpty();
        assertThat(found.web())
                .startsWith(found.version().summary())
                .isNotEqualTo(found.version().summary());
        assertThat(Passage.of(found, Form.WEB)).isEmpty();
        assertThat(Passage.of(found, Form.SMS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Biayanya Rp75.000 sekali.",
                "Telepon 119 kalau gawat.",
                "Hubungi 0811-8165-165 ya.",
                "Daftar di lapor.go.id saja.",
                "Tulis ke dinas@contoh.example ya.",
                "Datang ke Jalan Melati 5 saja.",
                "Datang ke Jl. Melati saja.",
                "Buka pukul 08.00 setiap hari.",
                "Bawa dua foto 3x4 saja.",
                "Dasarnya Pasal 15 peraturan itu.",
                "Dasarnya UU 24 tahun itu.",
                "Aturan tahun 2018 berlaku.",
                "Bawa:\n- KTP\n- KK"
            })
    void whatPeopleActOnToTheLetterComesOutAsItIs(String text) {
        assertThat(Passage.of(saying(text), Form.WEB)).isEmpty();
        assertThat(Passage.of(saying(text), Form.SMS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"darurat-112", "ambulans-119", "sapa-129", "bencana-lapor", "lapor-sp4n"})
    void whereSomebodyIsInDangerNothingIsPutIntoOtherWords(String slug) {
        for (Form form : Form.values()) {
            assertThat(Passage.of(ARTICLES.answer(slug, Optional.empty(), ID).orElseThrow(), form))
                    .isEmpty();
        }
    }

    @Test
    void onlyTheWordsOfTheFormChange() {
        Found found = saying("Bawa surat polisi. Gratis.");

        Found plainer = Passage.of(found, Form.WEB).orElseThrow().saying("Gratis, bawa surat polisi.", found);

        assertThat(plainer.web()).isEqualTo("Gratis, bawa surat polisi.");
        assertThat(plainer).usingRecursiveComparison().ignoringFields("web").isEqualTo(found);
    }
}
