package id.pendopo.conversation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every script, against the engine that the desk uses. */
class DialogueTests {

    private static Path folder() throws URISyntaxException {
        return Path.of(DialogueTests.class.getResource("/dialogues").toURI());
    }

    @TestFactory
    Stream<DynamicTest> goesAsWritten() throws IOException, URISyntaxException {
        Company company = new Company();
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> scripts =
                    files.sorted(Comparator.comparing(Path::toString)).toList();
            assertThat(scripts).hasSizeGreaterThanOrEqualTo(40);
            return scripts.stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> Dialogue.play(company, Script.read(file.toString(), Files.readAllLines(file)))));
        }
    }

    private final StringWriter said = new StringWriter();

    private int play(Path... paths) {
        PrintWriter out = new PrintWriter(said);
        return new EvaluateDialogues()
                .run(out, out, Arrays.stream(paths).map(Path::toString).toArray(String[]::new));
    }

    private int play(Path folder, String script) throws IOException {
        return play(Files.writeString(folder.resolve("one.txt"), script));
    }

    @Test
    void saysWhatWasExpectedAndWhatCameAtTheFirstDifference(@TempDir Path folder) throws IOException {
        assertThat(play(folder, "# channel sms\n> halo\n< selamat tinggal\n")).isEqualTo(1);
        assertThat(said.toString()).contains("one.txt line 3", "expected: selamat tinggal", "got:      Halo!");
    }

    @Test
    void missesNoMessageThatNobodyExpected(@TempDir Path folder) throws IOException {
        assertThat(play(folder, "> halo\n> halo\n")).isEqualTo(1);
        assertThat(said.toString()).contains("nothing more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> halo;< @GREETED;< asisten | 0",
                "> halo;< Halo;< @GREETED;< asisten;< layanan | 0",
                "> halo;< @GREETED;< selamat tinggal | 1",
                "> halo;< @MENU | 1",
                "> halo;< halo;< asisten | 0",
                "> halo;<! menu rahasia | 1",
                "> halo;< @GREETED;> makasih;< @THANKED | 0",
                "< Halo | 1"
            })
    void looksAtAMessageWithAnyNumberOfLines(String lines, int exit, @TempDir Path folder) throws IOException {
        assertThat(play(folder, lines.replace(';', '\n'))).as(said::toString).isEqualTo(exit);
    }

    @Test
    void playsEveryFileOfAFolderAndSaysHowMany(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "> halo\n< Halo\n< @GREETED\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path deep = Files.writeString(inner.resolve("b.dialogue"), "# lang en\n> menu\n< What do you need?\n<! Apa\n");
        Files.writeString(folder.resolve("c"), "> halo\n< Halo\n");

        assertThat(play(folder)).isZero();
        assertThat(said.toString()).contains("3 dialogues, all as written");
        assertThat(play(deep, folder)).isZero();
        assertThat(said.toString()).contains("4 dialogues, all as written");
    }

    @Test
    void stopsAtAFileThatIsNoScript(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});

        assertThat(play(folder)).isEqualTo(1);
        assertThat(said.toString()).contains("picture.png").contains("UTF-8");
    }

    @Test
    void tellsAMissingFileAndAnEmptyFolder(@TempDir Path folder) {
        assertThat(play(folder.resolve("none.txt"))).isEqualTo(2);
        assertThat(play(folder)).isEqualTo(2);
        assertThat(said.toString()).contains("cannot read").contains("none.txt").contains("empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# now tomorrow",
                "# now 2026-03-20",
                "#now",
                "# channel",
                "# channel SMS line",
                "# lang",
                "# lang Indonesian",
                "citizen: halo",
                "* dance"
            })
    void refusesALineThatItDoesNotUnderstandByFileAndLine(String line, @TempDir Path folder) throws IOException {
        assertThat(play(folder, "> lapor jalan rusak di pasar\n< @FORM_CONFIRM\n> ya\n< @REPORTED\n" + line + "\n"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("one.txt line 5: ");
    }
}
