package id.pendopo.channels.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNamesTests {

    private final Pattern authorities = SourceNames.authorities(List.of("Disdukcapil", "Polri", "LAPOR!"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Polres Jepara: mekanisme pelayanan SKCK                          | Polres Jepara
            PP 45/2024: tarif paspor, dikutip Kompas TV                      | PP 45/2024; Kompas TV
            UU 24/2013 Pasal 79A, dikutip Disdukcapil Kabupaten Bogor        | UU 24/2013 Pasal 79A; Disdukcapil; UU 24/2013
            Disdukcapil Kota Pekalongan: penerbitan KK (Perpres 96/2018)     | Disdukcapil Kota Pekalongan; Perpres 96/2018; Disdukcapil
            Syarat perpanjangan SKCK dari laman Polri, dikutip Tempo         | Syarat perpanjangan SKCK dari laman Polri; Tempo; Polri
            SP4N-LAPOR!, Kementerian Perindustrian (KPAII)                   | SP4N-LAPOR!; LAPOR!; KPAII
            Kementerian Komdigi, dikutip ANTARA: layanan panggilan darurat   | Kementerian Komdigi; ANTARA
            https://www.polri.example/sim?x=1                                | polri.example
            """)
    void areWholeAndTheShortestComesLast(String source, String expected) {
        assertThat(SourceNames.of(source, authorities)).isEqualTo(List.of(expected.split("; ")));
    }

    @Test
    void nothingHasNone() {
        assertThat(SourceNames.of(" ", authorities)).isEmpty();
    }
}
