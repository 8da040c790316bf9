package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortFormsTests {

    private final ShortForms shortForms = Phrasebook.of(CountryPack.chosen()).shortForms();

    @ParameterizedTest
    @ValueSource(strings = {"btl", "BTL", "btl aja", "BTL ya min", "btl, btl"})
    void consonantsOfBothAYesAndAnEndSayNeither(String text) {
        assertThat(shortForms.ambiguous(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bnr", "betul", "batal", "y", "btl kirim", "btl ga jadi", "aja", "", "?"})
    void whateverSaysMoreIsLeftToTheOthers(String text) {
        assertThat(shortForms.ambiguous(text)).isFalse();
    }
}
