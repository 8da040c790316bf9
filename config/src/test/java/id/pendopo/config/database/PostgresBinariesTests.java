package id.pendopo.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTests {

    @TempDir
    Path folder;

    @Test
    void keepsThemForTheNextDataFolder() throws Exception {
        Optional<Path> keeper = Optional.of(folder.resolve("kept"));
        Path first = PostgresBinaries.unpack(folder.resolve("one"), keeper);
        Files.writeString(folder.resolve("kept/mark"), "of the kept ones");

        Path second = PostgresBinaries.unpack(folder.resolve("two"), keeper);

        assertThat(first.resolve("mark")).doesNotExist();
        assertThat(second.resolve("mark")).exists();
        assertThat(version(second)).isEqualTo(version(first)).startsWith("postgres (PostgreSQL)");
        assertThat(links(second)).isEqualTo(links(first)).isPositive();
    }

    @Test
    void unpacksBesideTheDataWhereNobodyMayKeepThem() throws Exception {
        Path nowhere = folder.resolve("no/such/folder");

        assertThat(version(PostgresBinaries.unpack(folder.resolve("one"), Optional.of(nowhere))))
                .startsWith("postgres (PostgreSQL)");
    }

    private static String version(Path home) throws IOException {
        ProcessBuilder postgres =
                new ProcessBuilder(home.resolve("bin/postgres").toString(), "--version");
        postgres.environment().put("LD_LIBRARY_PATH", home.resolve("lib").toString());
        return new String(postgres.start().getInputStream().readAllBytes()).strip();
    }

    private static long links(Path home) throws IOException {
        try (var tree = Files.walk(home)) {
            return tree.filter(Files::isSymbolicLink).count();
        }
    }
}
