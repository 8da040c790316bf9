package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmsWordsTests {

    private static final Locale ID = Locale.of("id");

    private final SmsWords words = new SmsWords(URI.create("https://desa.example.id/"));

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
        Block law = new Block.Source("KTP-el hilang", "/help/ktp", 3, "2026-11-02", "Permendagri 108/2019");
        Block page = new Block.Source(
                "Perpanjangan surat izin mengemudi golongan C",
                "/help/sim",
                1,
                "2026-05-09",
                "https://www.polri.example/sim?x=1");
        Block own = new Block.Source("Jam buka", "/help/jam", 1, "2026-01-31", "");

        assertThat(words.say(law, ID)).isEqualTo("Sumber: KTP-el hilang, 2 Nov 2026 (Permendagri 108/2019)");
        assertThat(words.say(page, Locale.ENGLISH))
                .isEqualTo("Source: Perpanjangan surat izin mengemudi, 9 May 2026 (polri.example)");
        assertThat(words.say(own, ID)).isEqualTo("Sumber: Jam buka, 31 Jan 2026");
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
