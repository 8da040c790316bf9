package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.understanding.Emergencies.Kind;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.CountryPackRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmergencyNumbersTests {

    @TempDir
    Path folder;

    private CountryPack pack(String more) throws IOException {
        Files.writeString(folder.resolve("pack.properties"), "languages = xx, en\nzone = UTC\nregion = NZ\n" + more);
        return CountryPack.of(folder.toString());
    }

    @ParameterizedTest
    @EnumSource
    void theShippedPackNamesTwoForEachKind(Kind kind) {
        CountryPack shipped = CountryPack.of("id");
        EmergencyNumbers numbers = EmergencyNumbers.of(shipped);

        assertThat(numbers.of(kind)).hasSize(2).contains(kind == Kind.VIOLENCE ? "129" : "112");
        for (Locale language : new Locale[] {Locale.of("id"), Locale.ENGLISH}) {
            assertThat(Wording.shipped(shipped, TestKinds.ALL)
                            .text(numbers.key(kind), language, numbers.of(kind).toArray()))
                    .contains(numbers.of(kind))
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneNumberIsSaidAlone(Kind kind) throws IOException {
        CountryPack pack = pack("emergency." + kind.name().toLowerCase(Locale.ROOT) + " = 111\n");
        EmergencyNumbers numbers = EmergencyNumbers.of(pack);

        assertThat(Wording.shipped(pack, TestKinds.ALL).text(numbers.key(kind), Locale.ENGLISH, "111"))
                .contains("Call 111")
                .doesNotContain(" or ", "{");
    }

    @Test
    void whereNoNumberIsKnownTheNearestHelpIsNamed() throws IOException {
        CountryPack pack = pack("");
        EmergencyNumbers numbers = EmergencyNumbers.of(pack);

        assertThat(Wording.shipped(pack, TestKinds.ALL).text(numbers.key(Kind.FIRE), Locale.ENGLISH))
                .contains("nearest");
    }

    @Test
    void whatIsNoNumberIsRefused() throws IOException {
        CountryPack pack = pack("emergency.fire = brigade\n");

        assertThatThrownBy(() -> EmergencyNumbers.of(pack))
                .isInstanceOf(CountryPackRefused.class)
                .hasMessageContaining("emergency.fire: one or two telephone numbers");
    }

    @Test
    void aPackHasWordsOfItsOwnLanguages() throws IOException {
        CountryPack pack = pack("");
        assertThat(new Emergencies(pack)
                        .in(
                                Phrasebook.of(pack).in("whare ahi"),
                                Optional.of(new Guess("fire", 0.01)),
                                Emergencies.DANGER))
                .isEmpty();

        Files.createDirectories(folder.resolve("phrases"));
        Files.writeString(folder.resolve("phrases/mi.tsv"), "# words\nemergency.fire\twhare ~1 ahi\n");
        assertThat(new Emergencies(pack)
                        .in(
                                Phrasebook.of(pack).in("whare ahi"),
                                Optional.of(new Guess("fire", 0.01)),
                                Emergencies.DANGER))
                .contains(Kind.FIRE);

        Files.writeString(folder.resolve("phrases/mi.tsv"), "emergency.flood\twaipuke\n");
        assertThatThrownBy(() -> Phrasebook.of(pack))
                .isInstanceOf(CountryPackRefused.class)
                .hasMessageContaining("phrases/mi.tsv")
                .hasMessageContaining("emergency.flood");
    }
}
