package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTests {

    private final Questions questions = new Questions(Phrases.of(CountryPack.chosen()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            brp biaya sim c dan di mana bikin kk?      | brp biaya sim c / di mana bikin kk
            ktp hilang gmn? trus brp bayarnya          | ktp hilang gmn / trus brp bayarnya
            Mau urus KK. Apa syaratnya?                | Mau urus KK / Apa syaratnya
            syarat ktp dan kk                          | syarat ktp dan kk
            bayar Rp75.000 ya                          | bayar Rp75.000 ya
            how much is it and where do I go           | how much is it / where do I go
            """)
    void takesAMessageApart(String text, String parts) {
        assertThat(questions.split(text)).isEqualTo(List.of(parts.split(" / ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            syarat kia apa, trus biaya pasporan brp?   | syarat kia apa / biaya pasporan brp?
            syarat kia apa, biaya paspor brp           | syarat kia apa / biaya paspor brp
            ktp hilang gimana caranya, terus bayar ga  | ktp hilang gimana caranya / bayar ga
            biaya sim brp? trus klo hilang?            | biaya sim brp? / klo hilang?
            biaya sim c, trus paspor brp?              | biaya sim c / paspor brp?
            syarat & biaya bikin ktp?                  | syarat bikin ktp? / biaya bikin ktp?
            mau tanya syarat, biaya dan cara bikin sim? makasih | mau tanya syarat bikin sim? / mau tanya biaya bikin sim? / mau tanya cara bikin sim? / makasih
            paspor hilang syarat dan biayanya apa      | paspor hilang syarat apa / paspor hilang biayanya apa
            requirements and fees for a passport       | requirements for a passport / fees for a passport
            ragade sim c pinten, lan sarate pripun     | ragade sim c pinten / sarate pripun
            sabaraha sim c teras kumaha carana         | sabaraha sim c / kumaha carana
            bikin skck syaratnya apa & bayar brp       | bikin skck syaratnya apa / bayar brp
            ktp hilang syaratnya apa biayanya berapa   | ktp hilang syaratnya apa / biayanya berapa
            skck syaratnya apa aja berapa lama         | skck syaratnya apa aja / berapa lama
            KTP saya hilang, bagaimana mengurusnya?    | KTP saya hilang, bagaimana mengurusnya?
            syarat ktp dan kk                          | syarat ktp dan kk
            jl mawar no 5, dekat masjid                | jl mawar no 5, dekat masjid
            """)
    void takesApartWhatIsListed(String text, String parts) {
        assertThat(questions.apart(text)).isEqualTo(List.of(parts.split(" / ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            syarat bikin skck dan kartu kuning  | syarat bikin skck / syarat bikin kartu kuning
            berapa biaya sim a & paspor?        | berapa biaya sim a / berapa biaya paspor?
            bikin akta lahir sama KIA gimana    | bikin akta lahir gimana / bikin KIA gimana
            anak lahir, mau bikin kk & kia caranya apa | anak lahir, mau bikin kk caranya apa / bikin kia caranya apa
            """)
    void namesTwoServicesOfOneQuestion(String part, String both) {
        assertThat(questions.services(part)).isEqualTo(List.of(both.split(" / ")));
    }

    @Test
    void longRunsOfBlanksAndCommasCountAsOne() {
        assertThat(questions.apart("syarat kia apa" + " ,".repeat(700) + " biaya paspor brp" + " ".repeat(90)))
                .containsExactly("syarat kia apa", "biaya paspor brp");
        assertThat(questions.split("ktp hilang gmn" + " \n".repeat(500) + "biaya   sim"))
                .containsExactly("ktp hilang gmn", "biaya sim");
        assertThat(questions.services("biaya ktp" + " ".repeat(900) + "& paspor"))
                .containsExactly("biaya ktp", "biaya paspor");
    }

    @Test
    void namesNoTwoServicesWhereThereIsOne() {
        assertThat(questions.services("syarat bikin ktp")).isEmpty();
        assertThat(questions.services("saya dan istri mau pindah")).isEmpty();
        assertThat(questions.services("saya dan istri mau bikin paspor gimana")).isEmpty();
    }

    @Test
    void tellsWhatIsToldBeforeACommaFromWhatIsAsked() {
        assertThat(questions.told("bansos ga cair, sudah 3 bulan, syarat skck apa, bayar ga"))
                .containsExactly("bansos ga cair, sudah 3 bulan", "syarat skck apa, bayar ga");
        assertThat(questions.told("jalan rusak, dan biaya sim c brp"))
                .containsExactly("jalan rusak", "biaya sim c brp");
        assertThat(questions.told("syarat skck apa, saya di Solo")).isEmpty();
        assertThat(questions.told("Selamat pagi, saya dari Solo")).isEmpty();
        assertThat(questions.told("biaya 12,5 juta itu apa")).isEmpty();
        assertThat(questions.told("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lampu jalan mati dan berapa biaya sim c    | lampu jalan mati / berapa biaya sim c
            got mampet dan bau trus sim c bayar berapa | got mampet dan bau / sim c bayar berapa
            jalan rusak sama mau tanya syarat skck     | jalan rusak / mau tanya syarat skck
            dalane rusak lan sarate skck apa           | dalane rusak / sarate skck apa
            the street light is out and how do I renew my licence | the street light is out / how do I renew my licence
            """)
    void tellsWhatIsToldBeforeAnAndFromWhatIsAsked(String text, String parts) {
        assertThat(questions.told(text)).isEqualTo(List.of(parts.split(" / ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "biaya dan syarat sim c",
                "berapa biaya sim a dan sim c",
                "jalan rusak dan berlubang",
                "jalan ini tidak diurus sama sekali, kenapa"
            })
    void tellsNothingApartWhereTheFirstOfTwoAsksOrNoneDoes(String text) {
        assertThat(questions.told(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "biaya sim c,true",
        "paspor anak?,true",
        "bayar ga,true",
        "paspor saya hilang,false",
        "My KTP is lost.,false",
        "ragade pinten,true",
        "makasih kak,false"
    })
    void knowsAQuestion(String part, boolean asks) {
        assertThat(questions.asks(part)).isEqualTo(asks);
    }

    @ParameterizedTest
    @CsvSource({"'  '", "👍", "?!"})
    void aTextWithoutWordsHasNoPart(String text) {
        assertThat(questions.split(text)).isEmpty();
    }
}
