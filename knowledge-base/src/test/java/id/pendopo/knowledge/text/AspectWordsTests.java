package id.pendopo.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Aspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectWordsTests {

    private final AspectWords aspects = new AspectWords();
    private final Lexicon lexicon = Lexicon.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bayar brp                       | FEE
            bayar ga                        | FEE
            bikin ktp bayar                 | FEE
            di mana bikin ktp, bayar        | FEE
            bayar pajak motor di mana       | PAYMENT
            bayarnya gimana                 | PAYMENT
            bayar iuran bpjs lewat mana     | PAYMENT
            bayar pbb online gimana         | PAYMENT
            where do i pay                  | PAYMENT
            cara bayar pajak                | PROCEDURE
            skck berlaku berapa lama        | VALIDITY
            masa berlaku skck               | VALIDITY
            masa berlaku sim habis gimana   | PROCEDURE
            berapa lama jadi                | DURATION
            daftar npwp online di mana      | ONLINE
            download formulirnya            | ONLINE
            unduh blangko permohonan skck   | ONLINE
            formulir bisa didownload ga     | ONLINE
            donlot formulir kk              | ONLINE
            lapor kmn                       | COMPLAINT
            """)
    void tellsWhichFieldIsAskedFor(String text, Aspect aspect) {
        assertThat(aspects.in(lexicon.standardWords(text)).aspect()).contains(aspect);
    }

    @ParameterizedTest
    @CsvSource({"lapor kmn, true", "lapor pungli ke mana, false", "mau komplain, false", "di mana kantornya, false"})
    void tellsWhereOneReportsFromWhereOneComplains(String text, boolean reports) {
        assertThat(aspects.in(lexicon.standardWords(text)).reports()).isEqualTo(reports);
    }

    @Test
    void tellsHowLongSomethingIsValidFromWhenItBegins() {
        ValidityWords validity = new ValidityWords();

        assertThat(validity.in("SKCK berlaku enam bulan.")).isTrue();
        assertThat(validity.in("Valid for six months")).isTrue();
        assertThat(validity.in("Kelas baru berlaku mulai bulan depan.")).isFalse();
        assertThat(validity.in("Tiga hari kerja.")).isFalse();
    }
}
