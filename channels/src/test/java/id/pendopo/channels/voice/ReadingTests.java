package id.pendopo.channels.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a voice says of what is written; digits said one by one stand in angle brackets, a pause is a bar. */
class ReadingTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Biaya Rp75.000 saja.; Biaya tujuh puluh lima ribu rupiah saja.
            Rp 1.250.500,-; satu juta dua ratus lima puluh ribu lima ratus rupiah
            Rp100.000 - Rp250.000; seratus ribu rupiah sampai dua ratus lima puluh ribu rupiah
            Nomor tiket 482 177 3021.; Nomor tiket <482>|<177>|<3021>|.
            Kode Anda 482 913, 10 menit.; Kode Anda <482>|<913>|, sepuluh menit.
            Tanda terima 1234 5678 9012 3456; Tanda terima <1234>|<5678>|<9012>|<3456>|
            4821773021; <482>|<177>|<3021>|
            paling lambat 24 November 2026.; paling lambat dua puluh empat November dua ribu dua puluh enam.
            diperbarui 2026-03-01; diperbarui satu Maret dua ribu dua puluh enam
            besok pukul 08.00 WIB; besok pukul delapan, Waktu Indonesia Barat
            hari ini pukul 14.30 WITA; hari ini pukul empat belas lewat tiga puluh menit, Waktu Indonesia Tengah
            08.00-15.00 WIT; delapan sampai lima belas, Waktu Indonesia Timur
            Segera telepon 113 atau 112.; Segera telepon <113> atau <112>.
            selama 112 hari; selama seratus dua belas hari
            3-14 hari kerja; 3 sampai empat belas hari kerja
            naik 2,5%; naik dua koma lima persen
            naik 2,5. Formulir F-1.02.; naik dua koma lima. Formulir F-satu titik nol dua.
            UU Nomor 25 Tahun 2009; UU Nomor dua puluh lima Tahun dua ribu sembilan
            Tekan 1, lapor.; Tekan 1, lapor.
            hubungi (021) 5550-0112; hubungi <021>|<5550>|<0112>|
            WA 081234500011; WA <0812>|<3450>|<0011>|
            NIK 3201234567890001; NIK <3201>|<2345>|<6789>|<0001>|
            pengaduan/laporan di Jl. Kenanga No. 5; pengaduan atau laporan di Jalan Kenanga nomor 5
            Lihat https://desk.example.org/help?a=1 ya; Lihat  ya
            Biaya Rp75.000 (denda Rp5.000), lunas; Biaya tujuh puluh lima ribu rupiah, denda lima ribu rupiah, lunas
            Pasal 15 ayat (2).; Pasal lima belas ayat 2.
            hubungi +62 812-3450-0011; hubungi plus <62>|<812>|<3450>|<0011>|
            Permendagri 108/2019 & 17/8/2026; Permendagri seratus delapan Tahun dua ribu sembilan belas dan tujuh belas Agustus dua ribu dua puluh enam
            RT 3/RW 5 loket 3/4; RT 3, RW 5 loket 3 garis miring 4
            surel a_b@desa.example.id.; surel a garis bawah b, et, desa titik example titik id.
            2 × 3 <meter> • _lama_; 2 kali 3 meter lama
            baterai 10.000 mAh; baterai sepuluh ribu mAh
            1945 dan 17 tahun; seribu sembilan ratus empat puluh lima dan tujuh belas tahun
            """)
    void readsIndonesian(String written, String said) {
        assertThat(aloud(written, Tongue.INDONESIAN)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            The fee is Rp75.000.; The fee is seventy-five thousand rupiah.
            by 24 November 2026; by twenty-four November twenty twenty-six
            tomorrow at 08.00 WIB; tomorrow at eight a.m., Western Indonesia Time
            today at 14.05 WIB; today at two oh five p.m., Western Indonesia Time
            ticket 482 177 3021; ticket <482>|<177>|<3021>|
            3 to 14 days; 3 to fourteen days
            2.5%; two point five percent
            since 2009 and 1905; since two thousand nine and nineteen oh five
            1,250 people; one thousand two hundred fifty people
            (fee: Rp5.000) by law 25/2009; fee: five thousand rupiah, by law twenty-five of two thousand nine
            mail a-b@x.example.org; mail a dash b, at, x dot example dot org
            call 112 now; call <112> now
            """)
    void readsEnglish(String written, String said) {
        assertThat(aloud(written, Tongue.ENGLISH)).isEqualTo(said);
    }

    @Test
    void makesLinesSentencesAndLeavesOutWhatNoVoiceSays() {
        assertThat(aloud("Syarat:\n- KTP asli\n- kartu keluarga 💡 \"asli\"\u0001\nGratis.", Tongue.INDONESIAN))
                .isEqualTo("Syarat: KTP asli. kartu keluarga asli. Gratis.");
        assertThat(Reading.of("  ", Tongue.INDONESIAN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, nol, zero",
        "10, sepuluh, ten",
        "11, sebelas, eleven",
        "19, sembilan belas, nineteen",
        "100, seratus, one hundred",
        "115, seratus lima belas, one hundred fifteen",
        "1000, seribu, one thousand",
        "1001, seribu satu, one thousand one",
        "21000, dua puluh satu ribu, twenty-one thousand",
        "1000000, satu juta, one million",
        "2147483648, dua miliar seratus empat puluh tujuh juta empat ratus delapan puluh tiga ribu enam ratus empat puluh delapan, two billion one hundred forty-seven million four hundred eighty-three thousand six hundred forty-eight"
    })
    void saysNumbers(long number, String indonesian, String english) {
        assertThat(Tongue.INDONESIAN.number(number)).isEqualTo(indonesian);
        assertThat(Tongue.ENGLISH.number(number)).isEqualTo(english);
    }

    static String aloud(String written, Tongue tongue) {
        return Reading.of(written, tongue).stream()
                .map(sound -> switch (sound) {
                    case Sound.Words(String words) -> words;
                    case Sound.Digits(String digits) -> "<" + digits + ">";
                    case Sound.Pause _ -> "|";
                })
                .collect(Collectors.joining());
    }
}
