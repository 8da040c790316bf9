package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTests {

    private static final Masking MASKING = Masking.of(CountryPack.of("id"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nik saya 3201012003900001 kok ganda        | nik saya [nik] kok ganda
            NIK 32.01.01.200390.0001                   | NIK [nik]
            kk 3201 0120 0390 0001 mau pisah           | kk [nik] mau pisah
            hub 081234567890 ya                        | hub [telepon] ya
            wa +62 812-3456-7890                       | wa [telepon]
            telp (021) 5550-0112                       | telp ([telepon]
            kartu 4111 1111 1111 1111                  | kartu [kartu]
            npwp 09.254.294.3-407.000                  | npwp [nomor]
            tiket 482 177 3021 gmn                     | tiket [nomor] gmn
            kirim ke siti.aminah@contoh.id dong        | kirim ke [email] dong
            siti @ contoh.go.id                        | [email]
            ０８１２３４５６７８９０                           | [telepon]
            """)
    void masksWhatNamesSomebody(String typed, String masked) {
        assertThat(MASKING.mask(typed)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my card 12 3456 7890 1     | my card [card]
            call +64 21 123 4567       | call [telepon]
            call 021 123 4567          | call [telepon]
            hub +62 812-3456-7890 x    | hub [nomor] x
            """)
    void anotherCountryHasItsOwnNumbers(String typed, String masked) throws IOException {
        Files.writeString(folder.resolve("pack.properties"), """
                languages = en
                zone = Pacific/Auckland
                region = NZ
                identity.card = \\\\d{11}
                """);

        assertThat(Masking.of(CountryPack.of(folder.toString())).mask(typed)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "biaya Rp1.000.000.000 apa Rp 75.000",
                "pasal 96 tahun 2018",
                "rt 03 rw 05 no 12a",
                "jam 08.00-15.30",
                "sim c 2026 brp"
            })
    void leavesWhatNamesNobody(String typed) {
        assertThat(MASKING.mask(typed)).isEqualTo(typed);
    }
}
