package id.pendopo.conversation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void saysWhatWasExpectedAndWhatCameAtTheFirstDifference(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.txt"), "# channel sms\n> halo\n< selamat tinggal\n");
        StringWriter out = new StringWriter();

        int exit = new EvaluateDialogues().run(new PrintWriter(out), new PrintWriter(out), file.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("line 3", "expected: selamat tinggal", "got:      Halo!");
    }

    @Test
    void missesNoMessageThatNobodyExpected(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("silent.txt"), "> halo\n> halo\n");
        StringWriter out = new StringWriter();

        int exit = new EvaluateDialogues().run(new PrintWriter(out), new PrintWriter(out), file.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("nothing more");
    }

    @Test
    void playsAWholeFolderAndSaysHowMany(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "> halo\n< Halo\n< @GREETED\n");
        Files.writeString(folder.resolve("b.txt"), "# lang en\n> menu\n< What do you need?\n<! Apa\n");
        StringWriter out = new StringWriter();

        int exit = new EvaluateDialogues().run(new PrintWriter(out), new PrintWriter(out), folder.toString());

        assertThat(out.toString()).contains("2 dialogues, all as written");
        assertThat(exit).isZero();
    }

    @Test
    void refusesALineThatItDoesNotUnderstand(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.txt"), "citizen: halo\n");
        StringWriter out = new StringWriter();

        int exit = new EvaluateDialogues().run(new PrintWriter(out), new PrintWriter(out), file.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).contains("line 1");
    }
}
