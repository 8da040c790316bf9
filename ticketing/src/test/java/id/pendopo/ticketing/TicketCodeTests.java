package id.pendopo.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketCodeTests {

    @RepeatedTest(20)
    void everySingleWrongDigitIsNoticed() {
        String code = TicketCode.random().digits();

        for (int i = 0; i < code.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = code.substring(0, i) + digit + code.substring(i + 1);
                assertThat(TicketCode.parse(typed).isPresent()).isEqualTo(typed.equals(code));
            }
        }
    }

    @RepeatedTest(20)
    void everySwapOfNeighboursIsNoticed() {
        String code = TicketCode.random().digits();

        for (int i = 0; i + 1 < code.length(); i++) {
            String typed = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
            assertThat(TicketCode.parse(typed).isPresent()).isEqualTo(typed.equals(code));
        }
    }

    /** 572 with check digit 4 is the example of the Damm algorithm's descriptions; leading zeros do not change it. */
    @Test
    void checksAsDammDoes() {
        assertThat(TicketCode.parse("0000005724")).isPresent();
    }

    @Test
    void isReadInGroups() {
        TicketCode code = new TicketCode("0000005724");

        assertThat(code.grouped()).isEqualTo("000 000 5724");
        assertThat(TicketCode.parse(" 000-000.5724 ")).contains(code);
        assertThat(TicketCode.anonymousReceipt().grouped()).matches("(\\d{4} ){3}\\d{4}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "572", "00000057240", "0000005723", "000000572a", "٠٠٠٠٠٠٥٧٢٤"})
    void isNothingElse(String typed) {
        assertThat(TicketCode.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new TicketCode(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
