package id.pendopo.channels.texting;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsWordsTests {

    private static final Locale ID = Locale.of("id");

    private final SmsWords words = SmsWords.of(URI.create("https://desa.example.id/"), CountryPack.chosen());

    @Test
    void numbersChoicesAndSaysHowToAnswer() {
        Block choices = new Block.Choices(List.of(new Choice("x", "Biaya"), new Choice("y", "Syarat")));

        assertThat(words.say(List.of(Block.Text.of("Maksud Anda?"), choices), ID))
                .isEqualTo("Maksud Anda?\n1. Biaya\n2. Syarat\nBalas 1/2");
        assertThat(words.say(choices, Locale.ENGLISH)).endsWith("Reply 1/2");
    }

    @Test
    void namesManyChoicesAsARange() {
        Block choices = new Block.Choices(IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new Choice("c" + i, "Layanan " + i))
                .toList());

        assertThat(words.say(choices, ID)).endsWith("8. Layanan 8\nBalas 1-8");
    }

    @Test
    void citesInAFewWords() {
        Block law = source("KTP-el hilang", "2026-11-02", "Permendagri 108/2019");
        Block page = source("SIM C", "2026-05-09", "https://www.polri.example/sim?x=1");
        Block own = source("Jam buka", "2026-01-31", "");

        assertThat(words.say(law, ID)).isEqualTo("Sumber: Permendagri 108/2019, 2/11/26");
        assertThat(words.say(page, Locale.ENGLISH)).isEqualTo("Source: polri.example, 9/5/26");
        assertThat(words.say(own, ID)).isEqualTo("Sumber: Jam buka, 31/1/26");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100 | Sumber: Disdukcapil Kabupaten Bengkalis, 24/11/26
            120 | Sumber: Perpres 96/2018, 24/11/26
            128 | Sumber: Disdukcapil, 24/11/26
            138 | Sumber: Disdukcapil
            145 | (Disdukcapil)
            155 |
            """)
    void namesASourceInAsManyWordsAsCostNoFurtherSegment(int length, String cited) {
        String answer = "x".repeat(length);
        Block source =
                source("Akta", "2026-11-24", "Disdukcapil Kabupaten Bengkalis: pencatatan kelahiran (Perpres 96/2018)");

        assertThat(words.say(List.of(Block.Text.of(answer), source), ID))
                .isEqualTo(cited == null ? answer : answer + "\n" + cited);
    }

    @Test
    void namesEachOfSeveralSources() {
        Block fee = source("Paspor", "2026-11-24", "PP 45/2024: tarif paspor, dikutip Kompas TV");
        Block form = source("KK", "2026-11-23", "Disdukcapil Kota Batam: pisah KK");

        assertThat(words.say(List.of(Block.Text.of("Rp350.000"), fee, Block.Text.of("Gratis."), form), ID))
                .isEqualTo(
                        "Rp350.000\nSumber: PP 45/2024, 24/11/26\nGratis.\nSumber: Disdukcapil Kota Batam, 23/11/26");
    }

    private static Block source(String title, String day, String source) {
        return new Block.Source(title, "/help/x", 1, day, source);
    }

    @Test
    void sendsALinkOnlyWhereItCostsNothing() {
        Block link = new Block.Link("Lacak", "/track/4930174477");

        assertThat(words.say(List.of(Block.Text.of("Laporan diterima."), link), ID))
                .isEqualTo("Laporan diterima.\nLacak: https://desa.example.id/track/4930174477");
        assertThat(words.say(List.of(Block.Text.of("x".repeat(150)), link), ID)).isEqualTo("x".repeat(150));
        assertThat(words.say(List.of(link), ID)).isEqualTo("Lacak: https://desa.example.id/track/4930174477");
    }

    @Test
    void saysTheOtherPartsInTheirOwnWords() {
        Attachment file = new Attachment("application/pdf", "17");

        assertThat(words.say(new Block.HandoverNotice("Petugas akan membalas."), ID))
                .isEqualTo("Petugas akan membalas.");
        assertThat(words.say(new Block.LocationRequest("Di mana lokasinya?"), ID))
                .isEqualTo("Di mana lokasinya?");
        assertThat(words.say(new Block.Media(file, "Formulir F-1.02"), ID))
                .startsWith("Formulir F-1.02\nAda berkas untuk Anda");
        assertThat(words.say(new Block.Media(file, ""), ID))
                .startsWith("Ada berkas untuk Anda yang tidak dapat dikirim lewat SMS.");
    }

    @Test
    void namesNoButtonThatATextMessageDoesNotHave() {
        Block request = new Block.LocationRequest("Kirim lokasi");

        assertThat(words.say(List.of(Block.Text.of("Di mana?"), request), ID)).isEqualTo("Di mana?");
        assertThat(words.say(List.of(request), ID)).isEqualTo("Kirim lokasi");
    }

    @Test
    void paysForNoEmptyLine() {
        assertThat(words.say(List.of(Block.Text.of("Satu.\n\n Dua.\n"), Block.Text.of("Tiga.")), ID))
                .isEqualTo("Satu.\nDua.\nTiga.");
    }

    @Test
    void speaksBothLanguagesCompletely() throws IOException {
        assertThat(bundle("messages/channels-sms_en.properties").keySet())
                .isEqualTo(bundle("messages/channels-sms.properties").keySet());
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = SmsWordsTests.class.getClassLoader().getResourceAsStream(name)) {
            properties.load(file);
        }
        return properties;
    }
}
