package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.OnSecondThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an office takes its content out of a desk that is not running, changes it in files, and brings it back. */
@OnSecondThread
class ContentCommandsTests {

    @TempDir
    static Path data;

    @TempDir
    static Path folder;

    private record Ran(int code, String output) {}

    @Test
    void contentGoesOutAndComesBack() throws Exception {
        Path first = folder.resolve("first");
        assertThat(run("content", "export", first.toString()).output()).containsPattern("(?m)^\\d+ files in ");
        assertThat(read(first))
                .containsKeys("catalogue.json", "holidays.json", "forms/report-1.yaml", "articles/ktp-el-hilang.yaml");
        assertThat(run("content", "import", first.toString()))
                .as("what is there already")
                .isEqualTo(new Ran(0, "0 changes\n"));

        change(first.resolve("catalogue.json"), "\"COMPLAINT\" : 5", "\"COMPLAINT\" : 4");
        Files.delete(first.resolve("articles/sim-keliling.yaml"));
        Ran dry = run("content", "import", first.toString(), "--dry-run", "--remove");
        assertThat(dry.output())
                .contains("~ Unit dinas-pupr\n    Deadlines: COMPLAINT 5")
                .contains("- Article sim-keliling\n")
                .contains("not made: a dry run");

        Ran made = run("content", "import", first.toString(), "--remove");
        assertThat(made.output() + "").isEqualTo(dry.output().replace(", not made: a dry run", ""));
        assertThat(run("content", "import", first.toString(), "--remove").output())
                .endsWith("0 changes\n");

        Path second = folder.resolve("second");
        run("content", "export", second.toString());
        assertThat(read(second)).isEqualTo(read(first));
    }

    @Test
    void mistakesAreNamedWithFileAndLine() throws Exception {
        Path wrong = Files.createDirectories(folder.resolve("wrong/articles")).getParent();
        Files.writeString(wrong.resolve("catalogue.json"), "{\"units\": [\n{\"key\": \"A\"}]}");
        Files.writeString(wrong.resolve("articles/x.yml"), "slug: x");

        Ran refused = run("content", "import", wrong.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output())
                .contains(
                        "catalogue.json:2: a key has ",
                        "articles/x.yml: nothing is known of this file",
                        "nothing was changed");
        assertThat(run("content", "send", "x").output()).startsWith("say export or import\nusage:");
    }

    private static void change(Path file, String old, String now) throws IOException {
        Files.writeString(file, Files.readString(file).replace(old, now));
    }

    private static SortedMap<String, String> read(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static Ran run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(DeskProcess.java(List.of(arguments))).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("PENDOPO_DATA", data.toString(), "PENDOPO_PORT", "" + DeskProcess.freePort()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), output);
    }
}
