package id.pendopo.config.pages;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import id.pendopo.ui.PackMessages;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MinangkabauTests {

    private static final Locale MINANGKABAU = Locale.of("min");

    private final CountryPack pack;

    MinangkabauTests() throws URISyntaxException {
        ClassLoader here = MinangkabauTests.class.getClassLoader();
        pack = CountryPack.of(""
                + Path.of(Objects.requireNonNull(here.getResource("packs/id/pack.properties"))
                                .toURI())
                        .getParent());
    }

    @Test
    void isOfferedOnPagesAndInTalks() {
        assertThat(pack.languages()).endsWith(MINANGKABAU);
        assertThat(pack.languages("pages")).endsWith(MINANGKABAU);
        assertThat(pack.setting("language.min")).contains("minang, minangkabau");
    }

    @Test
    void isSaidAsFarAsThereAreWordsAndInIndonesianBeyond() {
        PackMessages words = new PackMessages(pack, List.of("messages/conversation"));

        assertThat(words.getMessage("menu", null, MINANGKABAU)).startsWith("Apo nan");
        assertThat(words.getMessage("thanked", null, MINANGKABAU))
                .isEqualTo(words.getMessage("thanked", null, Locale.of("id")));
    }
}
