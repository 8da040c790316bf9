package id.pendopo.knowledge.rewording;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.Rewording.Form;
import id.pendopo.knowledge.text.Lexicon;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaithfulnessTests {

    private static final String CARD =
            "Kalau Kartu Hijau hilang, minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan"
                    + " paling lambat 14 hari. Siapkan pas foto, fotokopi kartu keluarga, dan ijazah. Kartu yang rusak tidak"
                    + " perlu dilaporkan. Penggantian tidak dipungut biaya.";

    private static final Faithfulness RULES = new Faithfulness(
            new MeaningReader(Lexicon.shipped()), BundledModels.load().languages());

    private final Passage passage = new Passage("Kartu Hijau hilang", CARD, Locale.of("id"), Form.WEB);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            Kalau hilang, mintalah surat kehilangan di kantor polisi dan bawa suratnya ke Dinas Contoh atau kecamatan, maksimal 14 hari. Kartu rusak tidak usah dilaporkan. Penggantian gratis.
            Siapkan pas foto, fotokopi kartu keluarga, dan ijazah. Surat kehilangan diurus di kantor polisi, lalu dibawa ke Dinas Contoh atau kecamatan paling lama empat belas hari. Kartu yang rusak tidak perlu dilaporkan; penggantian bebas biaya.
            Minta surat kehilangan di kantor polisi. Bawa ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            """)
    void letsTheSameThingPassInPlainerWords(String words) {
        assertThat(RULES.fault(passage, words)).isEmpty();
    }

    @Test
    void letsThePassageItselfPass() {
        assertThat(RULES.fault(passage, CARD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LENGTH   | ''
            MARKS    | Gratis <b>selamanya</b>.
            MARKS    | - Gratis{0}- Surat kehilangan
            MARKS    | Sebagai AI, saya tidak tahu.
            ADDRESS  | Penggantian gratis, lihat kartuhijau.example/daftar.
            ADDRESS  | Penggantian gratis, lihat http://a
            MARKS    | Penggantian gratis, tulis ke calo@kartu.example
            LANGUAGE | Ask the police for a loss report, then bring it to the office within 14 days. It is free of charge.
            FIGURES  | Minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan paling lambat 30 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            FIGURES  | Minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan paling lambat 14 bulan. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            FIGURES  | Minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            FIGURES  | Minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis. Telepon 081234567890.
            FIGURES  | Menurut Pasal 5, minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            FIGURES  | Bayar Rp50.000, lalu bawa surat kehilangan ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            HINGES   | Minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan.
            HINGES   | Minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak perlu dilaporkan. Gratis.
            HINGES   | Kartu yang hilang tidak perlu dilaporkan. Bawa ke Dinas Contoh atau kecamatan paling lambat 14 hari. Gratis.
            HINGES   | Minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh dan kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            HINGES   | Anda harus minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            WORDS    | Minta surat kehilangan di kantor polisi, lalu bawa ke calo atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            WORDS    | Minta surat kehilangan di kantor polisi, lalu bawa SIM ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            ORDER    | Minta surat kehilangan di Dinas Contoh atau kecamatan paling lambat 14 hari, lalu bawa ke kantor polisi. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            HALF     | Siapkan pas foto dan ijazah. Bawa surat kehilangan ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            HALF     | Minta surat kehilangan di kantor polisi, lalu bawa ke Dinas Contoh atau kecamatan paling lambat 14 hari. Kartu tidak perlu dilaporkan. Gratis.
            HALF     | Minta surat kehilangan, lalu bawa ke Dinas atau paling lambat 14 hari. Kartu yang rusak tidak perlu dilaporkan. Gratis.
            """)
    void refusesWhatThePassageDoesNotSay(Fault fault, String words) {
        assertThat(RULES.fault(passage, words.replace("{0}", "\n"))).contains(fault);
    }

    /** A model that does what it is told by the citizen: it says it, says it beside the passage, or in its place. */
    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "Minta surat kehilangan di kantor polisi. %s", "%s Penggantian tidak dipungut biaya."})
    void refusesEveryTrickOfTheGuardCorpus(String obeyed) throws IOException {
        for (String line : OutgoingTests.guard("injection")) {
            for (Form form : Form.values()) {
                Passage quoted = new Passage("Kartu Hijau hilang", CARD, Locale.of("id"), form);

                assertThat(RULES.fault(quoted, obeyed.formatted(line))).as(line).isPresent();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Peserta mandiri melapor ke dinas sosial dengan KTP, KK, dan kartu BPJS.",
                "Peserta PBI melunasi tunggakan.",
                "Peserta mandiri melapor ke dinas sosial dengan KTP, KK, dan kartu BPJS. Peserta PBI melunasi tunggakan."
            })
    void refusesTheWordsOfTwoSentencesInOne(String words) {
        Passage two = new Passage(
                "BPJS nonaktif",
                "Periksa dulu status Anda di kantor BPJS. Peserta mandiri melunasi tunggakan. Peserta PBI yang dinonaktifkan"
                        + " melapor ke dinas sosial dengan KTP, KK, dan kartu BPJS.",
                Locale.of("id"),
                Form.WEB);

        assertThat(RULES.fault(two, "Peserta PBI melapor ke dinas sosial dengan KTP, KK, dan kartu BPJS."))
                .isEmpty();
        assertThat(RULES.fault(two, words)).contains(Fault.ORDER);
    }

    @Test
    void refusesToTakeOneCaseForTheOther() {
        Passage cases = new Passage(
                "Kartu Hijau hilang atau rusak",
                "Kalau hilang, minta surat kehilangan di kantor polisi. Kalau rusak, cukup bawa kartu yang rusak.",
                Locale.of("id"),
                Form.WEB);

        assertThat(RULES.fault(cases, "Minta surat kehilangan di kantor polisi kalau hilang."))
                .isEmpty();
        assertThat(RULES.fault(cases, "Kalau rusak, minta surat kehilangan di kantor polisi."))
                .contains(Fault.ORDER);
        assertThat(RULES.fault(cases, "Kalau hilang, cukup bawa kartu yang rusak."))
                .contains(Fault.ORDER);
    }

    @Test
    void refusesWhatIsLongerThanThePassage() {
        assertThat(RULES.fault(passage, CARD + " Gratis.")).contains(Fault.LENGTH);
    }

    @Test
    void aTextMessageNeverCostsMore() {
        Passage brief = new Passage(
                "Kartu Hijau hilang", "Kartu Hijau hilang: minta surat polisi, gratis.", Locale.of("id"), Form.SMS);

        assertThat(RULES.fault(brief, "Kartu hilang: bawa surat polisi, gratis."))
                .isEmpty();
        assertThat(RULES.fault(brief, "Kartu hilang: bawa surat polisi, gratis\u2026"))
                .contains(Fault.LENGTH);
        assertThat(RULES.fault(brief, "Kartu Hijau hilang: minta dulu surat polisi, gratis."))
                .contains(Fault.LENGTH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Lost card   | Ask the police for a loss report and take it to the registry within 14 days. Replacement is free of charge. | Ask the police for a loss report, then take it to the registry within 14 days. It is free.
            jv | Kertu ical  | Menawi kertu ical, nyuwun surat kehilangan wonten kantor polisi, lajeng dipunbekta dhateng Disdukcapil. Mboten dipunsuwuni ragad. | Nyuwun surat kehilangan wonten kantor polisi, lajeng dipunbekta dhateng Disdukcapil. Gratis kemawon ingkang punika.
            su | Kartu leungit | Upami kartu leungit, nyuhunkeun surat kehilangan ti kantor pulisi, teras candak ka Disdukcapil. Teu dipungut waragad. | Suhunkeun surat kehilangan ti kantor pulisi, teras candak ka Disdukcapil. Gratis kanggo anjeun.
            """)
    void comparesInEveryLanguageOfTheArticles(String language, String title, String text, String words) {
        Passage foreign = new Passage(title, text, Locale.of(language), Form.WEB);

        assertThat(RULES.fault(foreign, words)).isEmpty();
    }
}
