package id.pendopo.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CountryPackTests {

    private static final String SMALL = """
            languages = xx, en
            zone = Pacific/Auckland
            region = NZ
            """;

    @TempDir
    Path folder;

    @Test
    void theShippedPackIsOnTheClassPath() {
        CountryPack pack = CountryPack.of("id");

        assertThat(pack.language()).isEqualTo(Locale.of("id"));
        assertThat(pack.languages("pages")).containsExactly(Locale.of("id"), Locale.ENGLISH);
        assertThat(pack.zone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        assertThat(pack.settings("language")).containsKeys("id", "en", "jv", "su");
        assertThat(pack.has("catalogue.json")).isTrue();
        assertThat(pack.files("articles", ".yaml"))
                .contains("ktp-el-hilang.yaml")
                .isSorted();
    }

    @Test
    void aFolderIsAPackOfItsOwn() throws IOException {
        write("pack.properties", SMALL + "identity.card = \\\\d{4}\n");
        write("words.txt", "kia ora");

        CountryPack pack = CountryPack.of(folder.toString());

        assertThat(pack.name()).isEqualTo(folder.getFileName().toString());
        assertThat(pack.languages("pages")).isEqualTo(List.of(Locale.of("xx"), Locale.ENGLISH));
        assertThat(pack.region()).isEqualTo("NZ");
        assertThat(pack.settings("identity")).isEqualTo(Map.of("card", "\\d{4}"));
        assertThat(text(pack, "words.txt")).isEqualTo("kia ora");
        assertThat(pack.has("catalogue.json")).isFalse();
        assertThat(pack.files("articles", ".yaml")).isEmpty();
    }

    @Test
    void aPackThatIsBasedOnAnotherHasWhatItLacks() throws IOException {
        write("pack.properties", "base = id\nzone = Asia/Jayapura\n");
        write("holidays.json", "{}");
        write("articles/aturan-kami.yaml", "slug: aturan-kami");

        CountryPack pack = CountryPack.of(folder.toString());

        assertThat(pack.zone()).isEqualTo(ZoneId.of("Asia/Jayapura"));
        assertThat(pack.language()).isEqualTo(Locale.of("id"));
        assertThat(text(pack, "holidays.json")).isEqualTo("{}");
        assertThat(text(pack, "catalogue.json")).contains("dinas-pupr");
        assertThat(pack.files("articles", ".yaml")).contains("aturan-kami.yaml", "ktp-el-hilang.yaml");
    }

    @Test
    void aPackThatIsNotThereIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> CountryPack.of("atlantis"))
                .isInstanceOf(CountryPackRefused.class)
                .hasMessageContaining("no country pack \"atlantis\"")
                .satisfies(e -> assertThat(((CountryPackRefused) e).remedy()).contains("PENDOPO_PACK"));
        assertThatThrownBy(() -> CountryPack.of(folder.resolve("none").toString()))
                .isInstanceOf(CountryPackRefused.class);
    }

    @Test
    void aSettingThatIsMissingOrWrongIsNamed() throws IOException {
        write("pack.properties", SMALL.replace("zone = Pacific/Auckland", ""));
        assertThatThrownBy(() -> CountryPack.of(folder.toString())).hasMessageContaining("has no \"zone\"");

        write("pack.properties", SMALL.replace("Auckland", "Atlantis"));
        assertThatThrownBy(() -> CountryPack.of(folder.toString())).hasMessageContaining("zone: ");

        write("pack.properties", SMALL.replace("NZ", "Aotearoa"));
        assertThatThrownBy(() -> CountryPack.of(folder.toString())).hasMessageContaining("region: Aotearoa");
    }

    @Test
    void aFileThatItsReaderDoesNotUnderstandIsNamed() throws IOException {
        write("pack.properties", SMALL);
        write("forms/report-1.yaml", "?");
        CountryPack pack = CountryPack.of(folder.toString());

        assertThatThrownBy(() -> pack.read("forms/report-1.yaml", _ -> {
                    throw new IllegalArgumentException("pause is missing\nand more");
                }))
                .isInstanceOf(CountryPackRefused.class)
                .hasMessageContaining("forms/report-1.yaml")
                .hasMessageEndingWith("(pause is missing).");
        assertThatThrownBy(() -> pack.read("holidays.json", _ -> ""))
                .isInstanceOf(CountryPackRefused.class)
                .hasMessageContaining("holidays.json is missing");
    }

    @Test
    void anApplicationHasThePackOfItsSetting() throws IOException {
        write("pack.properties", SMALL);
        ApplicationContextRunner desk =
                new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(CountryPackConfiguration.class));

        desk.run(
                context -> assertThat(context.getBean(CountryPack.class).name()).isEqualTo("id"));
        desk.withPropertyValues("pendopo.pack=" + folder)
                .run(context ->
                        assertThat(context.getBean(CountryPack.class).region()).isEqualTo("NZ"));
        desk.withPropertyValues("pendopo.pack=atlantis")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(CountryPackRefused.class));
    }

    private static String text(CountryPack pack, String file) {
        return pack.read(file, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
