package id.pendopo.knowledge.articles;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceChecksTests {

    private static final Source BOARD =
            new Source("Papan layanan", "https://contoh.example/papan", LocalDate.of(2026, 11, 20));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            FEE          | Gratis.             | -     | Datang ke loket.        | contoh/id/fee
            FEE          | Rp25.000            | board | Biayanya Rp25.000.      | -
            FEE          | Rp25.000            | board | Biayanya Rp30.000.      | contoh/id/summary
            OFFICE       | Loket 3             | -     | Datang ke loket.        | -
            OFFICE       | Selesai dalam 3 hari| -     | Datang ke loket.        | contoh/id/office
            OFFICE       | Rampung 3 dinten    | -     | Datang ke loket.        | contoh/id/office
            OFFICE       | Réngsé dina 3 poé.  | -     | Datang ke loket.        | contoh/id/office
            DURATION     | Paling lama 3 hari  | board | Selesai dalam 3 hari.   | -
            DURATION     | Paling lama 3 hari  | board | Selesai dalam 14 hari.  | contoh/id/summary
            LEGAL_BASIS  | Peraturan daerah    | -     | Datang ke loket.        | contoh/id/legal_basis
            """)
    void findsFiguresThatNobodyRead(Aspect aspect, String field, String source, String summary, String fault) {
        ArticleVersion text = new ArticleVersion(
                "contoh",
                "contoh",
                Locale.of("id"),
                1,
                LocalDate.of(2026, 11, 20),
                "Contoh",
                summary,
                "Datang ke loket.",
                "Datang ke loket.",
                Map.of(aspect, field),
                List.of(BOARD));
        Edition edition = new Edition(text, List.of(), source == null ? Map.of() : Map.of(aspect, BOARD));

        assertThat(new SourceChecks(() -> List.of(edition)).unsourcedFigures())
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }
}
