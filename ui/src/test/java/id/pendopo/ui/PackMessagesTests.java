package id.pendopo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.MessageSource;

/** Over {@code test-messages}, which is in Indonesian and English, with one word in Javanese. */
class PackMessagesTests {

    private static final Locale PORTUGUESE = Locale.of("pt");

    @TempDir
    Path folder;

    private MessageSource messages;

    @BeforeEach
    void aPackWithOneWord() throws IOException {
        Files.writeString(folder.resolve("pack.properties"), "languages = pt, en\nzone = Asia/Dili\nregion = TL\n");
        Files.writeString(folder.resolve("messages_pt.properties"), "hello = Bom dia, {0}\n");
        messages = of(folder.toString());
    }

    private static MessageSource of(String pack) {
        return new PackMessages(CountryPack.of(pack), List.of("test-messages"));
    }

    @Test
    void thePacksOwnWordsComeFirst() {
        assertThat(messages.getMessage("hello", new Object[] {"Ana"}, PORTUGUESE))
                .isEqualTo("Bom dia, Ana");
        assertThat(messages.getMessage("hello", new Object[] {"Ana"}, Locale.ENGLISH))
                .isEqualTo("Hello, Ana");
    }

    @Test
    void whatThePackHasNoWordForIsSaidInEnglish() {
        assertThat(messages.getMessage("bye", null, PORTUGUESE)).isEqualTo("Good-bye");
    }

    @Test
    void thePackSaysInWhichLanguageTheRestIsSaid() {
        MessageSource shipped = of("id");

        assertThat(shipped.getMessage("bye", null, Locale.of("id"))).isEqualTo("Sampai jumpa");
        assertThat(shipped.getMessage("bye", null, Locale.of("jv"))).isEqualTo("Nyuwun pamit");
        assertThat(shipped.getMessage("hello", new Object[] {"Siti"}, Locale.of("jv")))
                .isEqualTo("Halo, Siti");
        assertThat(shipped.getMessage("hello", new Object[] {"Siti"}, Locale.of("su")))
                .isEqualTo("Halo, Siti");
        assertThat(shipped.getMessage("bye", null, Locale.ENGLISH)).isEqualTo("Good-bye");
    }

    /** As threads of the common pool do when the desk runs from its packed jar. */
    @Test
    void aThreadThatKnowsNothingButJavaMakesTheSame() {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(of("id").getMessage("bye", null, Locale.ENGLISH)).isEqualTo("Good-bye");
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
