package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfanityTests {

    private final Profanity insults = Phrasebook.of(CountryPack.chosen()).profanity();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Goblok!",
                "dasar makan gaji buta kalian",
                "g0bl0k lu min",
                "4nj1ng",
                "a n j i n g jawab dong",
                "a.s.u kowe",
                "tolooooool banget sih",
                "dasar t*lol!",
                "what the f**k",
                "STUPID bot"
            })
    void hearsAbuseAlsoInDisguise(String text) {
        assertThat(insults.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jam 7 pagi di RT 04, nomor 741",
                "a b c d e f",
                "kirim ke asuransi",
                "* KTP asli * fotokopi KK",
                "biaya sim 2*80000 berapa",
                "taiwan dan babinsa",
                "warga Kampung Gobleg"
            })
    void hearsNoneWhereLettersAreInnocent(String text) {
        assertThat(insults.in(text)).isFalse();
    }
}
