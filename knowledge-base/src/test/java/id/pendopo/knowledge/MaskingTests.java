package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTests {

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
        assertThat(Masking.mask(typed)).isEqualTo(masked);
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
        assertThat(Masking.mask(typed)).isEqualTo(typed);
    }
}
