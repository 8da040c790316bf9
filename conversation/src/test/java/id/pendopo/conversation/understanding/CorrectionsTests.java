package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a correction, what is meant is told from what is not. */
class CorrectionsTests {

    private final Corrections corrections = Phrasebook.of(CountryPack.chosen()).corrections();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bukan sampah deng, maksud saya lampu jalan mati di balai desa|lampu jalan mati di balai desa",
                "eh bukan jalan, lampu mati di depan balai desa|lampu mati di depan balai desa",
                "salah pak, yang mau saya laporkan itu got mampet|got mampet",
                "bukan sampah tapi air pdam keruh|air pdam keruh",
                "not the road. I meant the street lamp is out|the street lamp is out",
                "dudu dalan, maksudku lampu mati|lampu mati",
                "sanés jalan, maksad abdi lampu pareum|maksad abdi lampu pareum",
                "ralat: pohon tumbang nutup gang|pohon tumbang nutup gang",
                "tiangnya yg miring, bukan lampunya|tiangnya yg miring",
                "yg mati bukan lampunya, itu selokannya mampet|selokannya mampet"
            })
    void whatIsMeantStandsAfterTheWordsThatCorrect(String said, String meant) {
        assertThat(corrections.meant(said)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bukan itu",
                "salah",
                "maksud saya",
                "lampu jalan mati di depan balai desa",
                "bukan jalan yang rusak",
                ""
            })
    void withoutSuchWordsOrAnythingAfterThemNobodyCanTell(String said) {
        assertThat(corrections.meant(said)).isEmpty();
    }

    @Test
    void aLongRowOfDenialsTakesNoLongerThanItsLength() {
        assertThat(corrections.meant("bukan, ".repeat(2_000))).isEmpty();
    }
}
