package id.pendopo.channels.texting;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Choice;
import id.pendopo.ui.CountryPack;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmsPagesTests {

    private static final Locale ID = Locale.of("id");
    private static final String SENTENCE = "Bawalah surat keterangan dari kepala desa dan fotokopi kartu keluarga. ";

    private final SmsWords words = SmsWords.of(URI.create("https://desa.example.id/"), CountryPack.chosen());
    private final SmsPages pages = new SmsPages(words);

    @Test
    void saysAShortReplyAtOnce() {
        List<Block> reply = List.of(Block.Text.of("Kantor buka pukul 08.00 WIB."));

        assertThat(pages.first(reply, ID)).isEqualTo(new ChannelAccounts.Page(reply, List.of()));
    }

    @Test
    void saysWhatWasWrittenForLinesThatPayByTheSegment() {
        Block.Text text = new Block.Text(SENTENCE.repeat(20), Optional.of("Bawa KK dan KTP."), Optional.empty());

        ChannelAccounts.Page page = pages.first(List.of(text), ID);

        assertThat(page.rest()).isEmpty();
        assertThat(words.say(page.now(), ID)).isEqualTo("Bawa KK dan KTP.");
    }

    @Test
    void cutsAtTheEndOfASentenceAndSaysHowToGoOn() {
        ChannelAccounts.Page page = pages.first(List.of(Block.Text.of(SENTENCE.repeat(12))), ID);

        assertThat(words.say(page.now(), ID)).endsWith("kartu keluarga.\nBalas LANJUT untuk lanjutannya.");
        assertThat(segments(page.now())).isEqualTo(3);
        assertThat(words.say(page.rest(), ID)).startsWith("Bawalah");
    }

    @Test
    void saysHowToGoOnInTheLanguageOfTheReply() {
        ChannelAccounts.Page page = pages.first(List.of(Block.Text.of(SENTENCE.repeat(12))), Locale.ENGLISH);

        assertThat(words.say(page.now(), Locale.ENGLISH)).endsWith("\nReply MORE for the rest.");
    }

    @Test
    void losesNothingAndAddsNothing() {
        List<Block> reply = List.of(
                Block.Text.of(numbered(25)),
                new Block.Choices(List.of(new Choice("a", "Biaya"), new Choice("b", "Syarat"))),
                new Block.Source("KTP-el hilang", "/help/ktp", 3, "2026-11-02", "Permendagri 108/2019"));

        String all = read(reply);

        assertThat(all).isEqualTo(words.say(reply, ID));
    }

    @Test
    void cutsASentenceThatFillsMoreThanAPageBetweenWords() {
        String all = read(List.of(Block.Text.of("kata panjang sekali ".repeat(60))));

        assertThat(all.replace("\n", " "))
                .isEqualTo("kata panjang sekali ".repeat(60).strip());
    }

    @Test
    void cutsWhatHasNoSpacesBetweenCharacters() {
        String all = read(List.of(Block.Text.of("👨\u200d👩\u200d👧".repeat(60))));

        assertThat(all.replace("\n", "")).isEqualTo("👨\u200d👩\u200d👧".repeat(60));
    }

    @Test
    void doesNotTakeAnAbbreviationForTheEndOfASentence() {
        String text = "x".repeat(400) + ". Datanglah ke kantor di Jl. Merdeka dan bawalah surat-surat yang asli ya.";

        ChannelAccounts.Page page = pages.first(List.of(Block.Text.of(text + " " + SENTENCE.repeat(3))), ID);

        assertThat(words.say(page.now(), ID)).startsWith("x".repeat(400) + ".\nBalas");
    }

    @Test
    void keepsALongListOfChoicesReachable() {
        List<Choice> many = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Choice("c" + i, "Layanan kependudukan nomor " + i))
                .toList();

        String all = read(List.of(Block.Text.of("Pilih layanan:"), new Block.Choices(many)));

        assertThat(all).contains("1. Layanan kependudukan nomor 1\n", "40. Layanan kependudukan nomor 40\nBalas 1-40");
    }

    @Test
    void beginsALongListOfChoicesBelowItsQuestionAndCutsItBetweenLines() {
        List<Choice> many = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Choice("c" + i, "Layanan kependudukan nomor " + i))
                .toList();

        ChannelAccounts.Page page = pages.first(List.of(Block.Text.of("Pilih layanan:"), new Block.Choices(many)), ID);

        assertThat(words.say(page.now(), ID))
                .startsWith("Pilih layanan:\n1. Layanan kependudukan nomor 1\n")
                .doesNotContainPattern("\\d\\.\\nBalas");
        assertThat(words.say(page.rest(), ID)).matches("(?s)\\d+\\. Layanan .*");
    }

    /** Asks for more until there is no more; every page must fit. */
    private String read(List<Block> reply) {
        List<String> said = new ArrayList<>();
        List<Block> rest = reply;
        while (!rest.isEmpty()) {
            assertThat(said).hasSizeLessThan(50);
            ChannelAccounts.Page page = pages.first(rest, ID);
            assertThat(segments(page.now())).isBetween(1, 3);
            said.add(words.say(page.now(), ID).replaceFirst("\nBalas LANJUT untuk lanjutannya\\.$", ""));
            rest = page.rest();
        }
        return String.join("\n", said).replaceAll("(\\d\\.)\\n(Langkah)", "$1 $2");
    }

    private int segments(List<Block> blocks) {
        return SmsText.measure(words.say(blocks, ID)).segments();
    }

    private static String numbered(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "Langkah ini harus Anda lakukan di kantor kecamatan pada langkah ke-" + i + ".")
                .collect(Collectors.joining(" "));
    }
}
