package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is meant takes the place of what is taken back, within a value. */
class AlignmentTests {

    private static final String PLACE = "jalan Kenanga desa Sukamaju";

    private final Alignment alignment = Phrasebook.of(CountryPack.chosen()).alignment();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bukan jalan kenanga, jalan Cempaka|jalan Cempaka desa Sukamaju",
                "bukan kenanga tapi anggrek|jalan anggrek desa Sukamaju",
                "desanya salah, harusnya sukamulya bukan sukamaju|jalan Kenanga desa sukamulya",
                "dudu sukamaju mas, sukorejo|jalan Kenanga desa sukorejo",
                "kok sukamaju sih, sy kan bilangnya suka makmur|jalan Kenanga desa suka makmur",
                "sanes di kenanga, di gang anggrek|gang anggrek desa Sukamaju",
                "not Kenanga, it's Dahlia|jalan Dahlia desa Sukamaju",
                "itu gang kenanga 3, bukan jalan kenanga|gang kenanga 3 desa Sukamaju",
                "bukan kenangan, melati|jalan melati desa Sukamaju"
            })
    void theWordsThatAreMeantTakeTheirPlace(String said, String better) {
        assertThat(alignment.replaced(PLACE, said)).contains(better);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bukan jalan, lampu",
                "bukan sampah, lampu mati",
                "bukan kenanga",
                "salah",
                "jalan melati",
                "bukan kenanga, soalnya kemarin itu saya lewat sana terus lihat sendiri lampunya mati semua pak",
                ""
            })
    void nothingIsPutWhereNothingOfItIsTakenBackOrNobodySaysWhatIsMeant(String said) {
        assertThat(alignment.replaced(PLACE, said)).isEmpty();
    }

    @Test
    void wordsThatAreTakenBackAreFoundInAValue() {
        assertThat(alignment.touches("lampu jalan mati", "tiangnya yg miring, bukan lampu"))
                .isTrue();
        assertThat(alignment.touches("lampu jalan mati", "bukan sampah, got mampet"))
                .isFalse();
    }
}
