package id.pendopo.channels.texting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void writesTypographyWithTheCharactersOfATelephone() {
        String plain = PlainText.of("“Bapak’s\u00a0KTP” – hilang…\tluas 5 m² × 2 — «ya» • satu\u200b");

        assertThat(plain).isEqualTo("\"Bapak's KTP\" - hilang... luas 5 m2 x 2 - \"ya\" - satu");
        assertThat(SmsText.measure(plain).encoding()).isEqualTo(SmsText.Encoding.GSM_7);
    }

    @Test
    void composesLettersThatCameInTwoParts() {
        assertThat(PlainText.of("e\u0301")).isEqualTo("é");
    }

    @Test
    void leavesLettersAndEmojiAsTheyAre() {
        assertThat(PlainText.of("ç नमस्ते 👨\u200d👩\u200d👧 💡")).isEqualTo("ç नमस्ते 👨\u200d👩\u200d👧 💡");
    }

    @Test
    void dropsWhatNoTelephoneCanShow() {
        assertThat(PlainText.of(" a\r\nb\u0000\u0007\ud83d c ")).isEqualTo("a\nb c");
    }
}
