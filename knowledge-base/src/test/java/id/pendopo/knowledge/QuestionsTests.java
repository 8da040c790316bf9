package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTests {

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
        assertThat(Questions.split(text)).isEqualTo(List.of(parts.split(" / ")));
    }

    @ParameterizedTest
    @CsvSource({"'  '", "👍", "?!"})
    void aTextWithoutWordsHasNoPart(String text) {
        assertThat(Questions.split(text)).isEmpty();
    }
}
