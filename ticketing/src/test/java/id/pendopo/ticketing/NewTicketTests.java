package id.pendopo.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewTicketTests {

    @ParameterizedTest
    @CsvSource({
        "Jalan rusak, Jalan rusak",
        "'  Jalan\n rusak  ', Jalan rusak",
        "jalan rusak parah di depan sekolah dasar negeri tiga desa sukamaju sejak bulan lalu, jalan rusak parah di depan sekolah dasar negeri tiga desa sukamaju…",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…",
    })
    void itsSubjectIsTheFirstWords(String description, String subject) {
        String cut = described(description, Optional.empty()).subject();

        assertThat(cut).isEqualTo(subject).hasSizeLessThanOrEqualTo(72);
    }

    @Test
    void keepsNoWholeNumber() {
        assertThatThrownBy(() -> described("Jalan rusak", Optional.of("081234567890")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgetsTheNameOfSomebodyWhoStaysAnonymous() {
        NewTicket named = Drafts.pothole();

        assertThat(new NewTicket(
                                named.code(),
                                named.type(),
                                named.category(),
                                named.description(),
                                named.place(),
                                named.name(),
                                Visibility.ANONYMOUS,
                                false,
                                Optional.empty(),
                                "web",
                                Optional.empty(),
                                named.language(),
                                Optional.empty())
                        .name())
                .isEmpty();
    }

    @Test
    void needsADescription() {
        assertThatThrownBy(() -> described(" ", Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsNothingPersonal() {
        assertThat(Drafts.pothole().toString()).doesNotContain("Siti", "7890", "SD 3");
    }

    private static NewTicket described(String description, Optional<String> phone) {
        return new NewTicket(
                TicketCode.random(),
                TicketType.COMPLAINT,
                "jalan-rusak",
                description,
                Optional.empty(),
                Optional.empty(),
                Visibility.PUBLIC,
                true,
                Optional.empty(),
                "web",
                phone,
                Locale.of("id"),
                Optional.empty());
    }
}
