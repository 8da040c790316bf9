package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Phrases;
import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SaidTests {

    private static final Phrases PHRASES = Phrases.of(CountryPack.chosen());

    @TempDir
    Path folder;

    static String[] names() {
        return Arrays.stream(Said.class.getFields()).map(SaidTests::value).toArray(String[]::new);
    }

    private static String value(java.lang.reflect.Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyIntentHasPhrases(String name) {
        assertThat(PHRASES.names()).anyMatch(known -> name.endsWith(".") ? known.startsWith(name) : known.equals(name));
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandHasPhrases(GlobalCommand command) {
        assertThat(PHRASES.names()).containsAnyOf(command.phrase(), command.phrase() + ".exact");
    }

    @Test
    void aLanguageIsAddedByAFile() throws IOException {
        Files.writeString(folder.resolve("pack.properties"), "base = id\n");
        Files.createDirectories(folder.resolve("phrases"));
        Files.writeString(
                folder.resolve("phrases/tet.tsv"),
                "act.thanks\tobrigad{u,a} barak?\nact.filler\tsenhor\ncommand.cancel\tkansela\n");
        Phrasebook phrasebook = Phrasebook.of(CountryPack.of(folder.toString()));

        assertThat(MessageText.of(phrasebook, "Obrigadu barak, senhor!").says(Said.THANKS))
                .isTrue();
        assertThat(MessageText.of(phrasebook, "Halo, senhor").is(Said.GREETING)).isTrue();
        assertThat(phrasebook.commands().nearly("kasnela")).contains(GlobalCommand.CANCEL);
        assertThat(phrasebook.commands().nearly("kansela".toUpperCase(Locale.ROOT)))
                .contains(GlobalCommand.CANCEL);
    }
}
