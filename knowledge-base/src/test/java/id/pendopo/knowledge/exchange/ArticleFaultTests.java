package id.pendopo.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.editor.Languages;
import id.pendopo.ui.CountryPack;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be taken is named with its line, and all the rest is read. */
class ArticleFaultTests {

    private static final Languages LANGUAGES = new Languages(CountryPack.chosen());
    private static final ExchangedArticle GOOD = new ExchangedArticle(
            "kartu-ungu", "kartu", "id", false, null, null, "Kartu ungu", "", "", "", null, null, null, null);

    private final JsonLinesFormat lines = new JsonLinesFormat(LANGUAGES);
    private final CsvFormat table = new CsvFormat(LANGUAGES);
    private final MarkdownFormat document = new MarkdownFormat(
            key -> key,
            MarkdownFormat.HEADINGS.stream().collect(Collectors.toMap(Function.identity(), Function.identity())),
            LANGUAGES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "{\"slug\":\"rusak\"                                          | editor.import.fault.json     | -",
                "bukan json                                                   | editor.import.fault.json     | -",
                "{\"slug\":\"a\"}                                             | editor.import.fault.part     | internal",
                "{\"slug\":\"a\",\"internal\":false,\"biaya\":1}              | editor.import.fault.part     | biaya",
                "{\"slug\":\"a\",\"slug\":\"b\",\"internal\":false}           | editor.import.fault.json     | -",
                "{\"slug\":\"a\",\"internal\":false,\"fields\":{\"ONGKOS\":{}}}| editor.import.fault.part    | fields",
                "{\"slug\":\"A\",\"internal\":false}                          | editor.fault.slug            | -",
                "{\"slug\":\"import\",\"internal\":false}                     | editor.fault.slug.taken      | -",
                "{\"slug\":\"a\",\"service\":\"\",\"internal\":false}         | editor.fault.service         | -",
                "{\"slug\":\"a\",\"service\":\"b\",\"language\":\"in\",\"internal\":false} | editor.import.fault.language | in",
                "{\"slug\":\"a\",\"service\":\"b\",\"language\":\"id\",\"internal\":false} | editor.fault.title | -",
                "{\"slug\":\"a\",\"service\":\"b\",\"language\":\"id\",\"internal\":false,\"title\":\"t\\nu\"} | editor.import.fault.oneline | t",
                "{\"slug\":\"a\",\"service\":\"b\",\"language\":\"id\",\"internal\":false,\"title\":\"t\\u0000\"} | editor.import.fault.control | -",
                "{\"slug\":\"a\",\"service\":\"b\",\"language\":\"id\",\"internal\":false,\"title\":\"t\",\"fields\":{\"FEE\":{\"text\":\"x\",\"source\":1}}} | editor.import.fault.number | 1",
                "{\"slug\":\"a\",\"service\":\"b\",\"language\":\"id\",\"internal\":false,\"title\":\"t\",\"sources\":[{\"name\":\"n\",\"url\":\"ftp://x\",\"read\":\"2026-01-01\"}]} | editor.import.fault.source | n, ftp://x, 2026-01-01",
                "{\"slug\":\"a\",\"service\":\"b\",\"language\":\"id\",\"internal\":false,\"title\":\"t\",\"sources\":[{\"url\":\"https://x\",\"read\":\"2026-01-01\"}]} | editor.fault.source | -",
                "{\"slug\":\"a\",\"service\":\"b\",\"language\":\"id\",\"internal\":false,\"title\":\"t\",\"sources\":[{\"name\":\"n\",\"url\":\"https://x\",\"read\":\"2026-01-01\"}],\"fields\":{\"FEE\":{\"source\":1}}} | editor.import.fault.empty | 1",
            })
    void aWrongLineIsNamedBetweenGoodOnes(String wrong, String key, String arg) {
        String good = lines.write(List.of(GOOD));

        assertThat(lines.read(good + "\n" + wrong + "\n" + good))
                .containsExactly(
                        new ImportEntry.Read(1, GOOD),
                        new ImportEntry.Fault(3, 0, key, arg == null ? List.of() : List.of(arg)),
                        new ImportEntry.Read(4, GOOD));
    }

    @Test
    void nothingIsLongerThanTheFormTakes() {
        String good = lines.write(List.of(GOOD));

        assertThat(lines.read(good.replace("\"summary\":\"\"", "\"summary\":\"" + "a".repeat(8001) + "\"")))
                .containsExactly(ImportEntry.Fault.of(1, "editor.import.fault.long", 8000));
        assertThat(lines.read(good.replace("\"summary\":\"\"", "\"summary\":\"" + "a".repeat(8000) + "\"")))
                .hasOnlyElementsOfType(ImportEntry.Read.class);
    }

    @Test
    void aRowWhoseQuotesDoNotMatchIsNamedAndTheNextOneIsRead() {
        String rows = plain(table.write(List.of(GOOD)));
        String names = rows.lines().findFirst().orElseThrow() + "\n";
        String row = rows.lines().skip(1).findFirst().orElseThrow() + "\n";

        assertThat(table.read(names + row + row.replace("Kartu ungu", "Kartu \"ungu\" ku") + row))
                .containsExactlyInAnyOrder(
                        new ImportEntry.Read(2, 2, GOOD),
                        ImportEntry.Fault.of(3, "editor.import.fault.row", 3),
                        new ImportEntry.Read(4, 4, GOOD));
        assertThat(table.read(names + row + row.replaceFirst("ungu\",\"", "ungu\n\nsekali,\"") + row))
                .as("the open quote takes the lines up to the next one with it")
                .contains(new ImportEntry.Read(2, 2, GOOD), ImportEntry.Fault.of(3, "editor.import.fault.row", 5))
                .contains(new ImportEntry.Read(6, 4, GOOD));
        assertThat(table.read(names + row + "\"kartu\nungu\n"))
                .containsExactlyInAnyOrder(
                        new ImportEntry.Read(2, 2, GOOD), ImportEntry.Fault.of(3, "editor.import.fault.row", 4));
    }

    @Test
    void aRowWithTooManyCellsIsNamed() {
        String rows = plain(table.write(List.of(GOOD)));

        assertThat(table.read(rows.stripTrailing() + ",\"lebih\"\n"))
                .containsExactly(
                        ImportEntry.Fault.of(2, "editor.import.fault.cells", 37).inRow(2));
    }

    @Test
    void aRowIsNamedAsASpreadsheetCountsThem() {
        ExchangedArticle nila = new ExchangedArticle(
                "kartu-nila",
                "kartu",
                "id",
                false,
                null,
                null,
                "Kartu nila",
                "a\nb\n\nc",
                "",
                "",
                null,
                null,
                null,
                null);
        String rows = plain(table.write(List.of(nila, GOOD)));

        assertThat(table.read(rows.replace("\"kartu\"", "\"\"")))
                .containsExactly(
                        ImportEntry.Fault.of(2, "editor.fault.service").inRow(2),
                        ImportEntry.Fault.of(6, "editor.fault.service").inRow(3));
    }

    @Test
    void columnsThatAreMissingStrangeOrDoubledKeepTheWholeTableOut() {
        String rows = plain(table.write(List.of(GOOD)));

        assertThat(table.read(rows.replace("\"golden\"", "\"emas\"")))
                .containsExactly(ImportEntry.Fault.of(1, "editor.import.fault.columns.missing", "golden")
                        .inRow(1));
        assertThat(table.read(rows.replace("\"version\"", "\"versi\"")))
                .containsExactly(ImportEntry.Fault.of(1, "editor.import.fault.columns.strange", "versi")
                        .inRow(1));
        assertThat(table.read(rows.replace("\"version\"", "\"slug\"")))
                .containsExactly(ImportEntry.Fault.of(1, "editor.import.fault.columns.twice")
                        .inRow(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- internal: no      | - internal: tidak     | 8  | editor.import.fault.internal      | tidak",
                "- internal: no      | -                     | 8  | editor.import.fault.fact.missing  | internal",
                "- internal: no      | - tujuan: umum        | 13 | editor.import.fault.fact          | - tujuan: umum",
                "aspect.FEE          | Ongkos                | 15 | editor.import.fault.heading       | Ongkos",
                "aspect.HOURS        | aspect.FEE            | 21 | editor.import.fault.heading.twice | aspect.FEE",
                "Gratis.             | #Gratis               | 17 | editor.import.fault.hash          | -",
                "Gratis.             | [1]                   | 17 | editor.import.fault.mark          | [1]",
                "[1]                 | [2]                   | 8  | editor.import.fault.number        | 2",
                "1. Papan            | 2. Papan              | 28 | editor.import.fault.order         | 1",
                "2026-11-24          | 2026-13-24            | 28 | editor.fault.day                  | -",
                "- kartu ungu hilang | kartu ungu hilang     | 32 | editor.import.fault.list          | kartu ungu hilang",
            })
    void aWrongChapterIsNamedAtTheVeryLineBetweenGoodOnes(
            String right, String wrong, int line, String key, String arg) {
        String good = document.write(List.of(GOOD));
        String chapter = """
                # Kartu ungu

                - slug: kartu-ungu
                - language: en
                - service: kartu
                - internal: no

                ## aspect.FEE

                Gratis.

                [1]

                ## aspect.HOURS

                Senin.


                ## editor.part.sources

                1. Papan, https://contoh.example, 2026-11-24

                ## editor.part.questions

                - kartu ungu hilang

                """;
        assertThat(document.read(good + chapter + good)).hasSize(3).hasOnlyElementsOfType(ImportEntry.Read.class);

        assertThat(document.read(good + chapter.replace(right, wrong == null ? "" : wrong) + good))
                .containsExactly(
                        new ImportEntry.Read(1, GOOD),
                        new ImportEntry.Fault(line, 0, key, arg == null ? List.of() : List.of(arg)),
                        new ImportEntry.Read(34, GOOD));
    }

    @Test
    void wordsBeforeTheFirstChapterAreNamed() {
        assertThat(document.read("\nSalam\n" + document.write(List.of(GOOD))))
                .containsExactly(ImportEntry.Fault.of(1, "editor.import.fault.before"), new ImportEntry.Read(3, GOOD));
    }

    private static String plain(String file) {
        return file.replace("\uFEFF", "").replace("\r\n", "\n");
    }
}
