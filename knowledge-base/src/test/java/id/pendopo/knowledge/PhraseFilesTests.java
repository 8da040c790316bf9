package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.pendopo.ui.CountryPack;
import id.pendopo.ui.CountryPackRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhraseFilesTests {

    @TempDir
    Path folder;

    @Test
    void readsTheFilesOfEveryLanguage() {
        Phrases phrases = Phrases.of(CountryPack.chosen());

        assertThat(phrases.in("satu kata uji").says("test.word")).isTrue();
        assertThat(phrases.in("one word of a test").says("test.word")).isTrue();
    }

    @Test
    void addsWhatAPackSays() throws IOException {
        write("pack/pack.properties", "base = id\n");
        write("pack/phrases/tet.tsv", "# Tetum\ntest.word\tliafuan ida\n");

        Phrases phrases = Phrases.of(CountryPack.of(folder.resolve("pack").toString()));

        assertThat(phrases.in("Liafuan ida!").says("test.word")).isTrue();
        assertThat(phrases.in("kata uji").says("test.word")).isTrue();
    }

    @Test
    void refusesAPackWithABadLine() throws IOException {
        write("pack/pack.properties", "base = id\n");
        write("pack/phrases/tet.tsv", "# Tetum\ntest.word\tliafuan (ida\n");

        assertThatExceptionOfType(CountryPackRefused.class)
                .isThrownBy(
                        () -> Phrases.of(CountryPack.of(folder.resolve("pack").toString())))
                .withMessageContaining("phrases/tet.tsv")
                .withMessageContaining("line 2: a bracket is not closed");
    }

    @Test
    void addsWhatTheOperatorSays() throws IOException {
        write("own.tsv", "test.word\tkosa kata\n");
        write("notes.txt", "not a phrase");

        assertThat(Phrases.of(CountryPack.chosen(), folder).in("kosa kata").says("test.word"))
                .isTrue();
        assertThat(Phrases.of(CountryPack.chosen(), folder.resolve("nowhere")).names())
                .contains("test.word");
    }

    @Test
    void refusesANameThatNobodyAsksFor() throws IOException {
        write("own.tsv", "\ntest.wrod\tkosa kata\n");

        assertThatExceptionOfType(PhrasesRefused.class)
                .isThrownBy(() -> Phrases.of(CountryPack.chosen(), folder))
                .withMessageContaining("own.tsv, line 2: nothing is called \"test.wrod\"");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
