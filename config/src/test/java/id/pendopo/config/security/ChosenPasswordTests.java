package id.pendopo.config.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenPasswordTests {

    private static final List<String> NAMES = List.of("Bu Ani Rahmawati", "Kabupaten Cempaka");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "123456789012",
                "qwertyuiop12",
                "indonesia1945",
                "rahasia123456",
                "anirahmawati1",
                "ani.rahmawati",
                "cempaka-2026-",
                "kabupatencempaka",
                "Merdeka!!!123",
                "pendopopendopo"
            })
    void refusesWhatOthersWouldTryFirst(String guessed) {
        assertThat(ChosenPassword.wrong("ani", guessed, NAMES)).contains("common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gelas topi kabel jendela",
                "Zq7#mw!4Lp0x",
                "tujuh bebek menyeberang",
                "sandi-pilihan-saya-sendiri",
                "correct horse battery staple"
            })
    void takesWhatIsHardToGuessWhateverItIsMadeOf(String chosen) {
        assertThat(ChosenPassword.wrong("ani", chosen, NAMES)).isEmpty();
    }

    @Test
    void takes64LettersAndRefusesWhatIsCutByHashing() {
        assertThat(ChosenPassword.wrong("ani", "kopi lele " + "wortel dingin ".repeat(4), NAMES))
                .isEmpty();
        assertThat(ChosenPassword.wrong("ani", "ñ".repeat(37), NAMES)).contains("long");
        assertThat(ChosenPassword.wrong("ani", "pendek", NAMES)).contains("short");
        assertThat(ChosenPassword.wrong("ani.rahmawati", "Ani.Rahmawati", NAMES))
                .contains("name");
    }
}
