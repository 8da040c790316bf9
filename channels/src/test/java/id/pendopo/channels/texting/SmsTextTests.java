package id.pendopo.channels.texting;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.texting.SmsText.Encoding;
import id.pendopo.channels.twilio.Vectors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SmsTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                ''                     |   1 | GSM_7 | 1 |   0 |   0
                Rp75.000               |   1 | GSM_7 | 1 |   8 |   8
                a                      | 160 | GSM_7 | 1 | 160 | 160
                a                      | 161 | GSM_7 | 2 | 161 | 161
                a                      | 306 | GSM_7 | 2 | 306 | 306
                a                      | 307 | GSM_7 | 3 | 307 | 307
                €                      |  80 | GSM_7 | 1 | 160 | 160
                €                      |  81 | GSM_7 | 2 | 162 | 162
                ^                      | 153 | GSM_7 | 3 | 306 | 306
                é                      |   1 | GSM_7 | 1 |   1 |   1
                ç                      |   1 | UCS_2 | 1 |   1 |   1
                Ç                      |   1 | GSM_7 | 1 |   1 |   1
                ka’                    |   1 | UCS_2 | 1 |   3 |   3
                😀                     |  35 | UCS_2 | 1 |  35 |  70
                😀                     |  36 | UCS_2 | 2 |  36 |  72
                😀                     |  67 | UCS_2 | 3 |  67 | 134
                🇮🇩                     |   2 | UCS_2 | 1 |   2 |   8
                [’                     |  35 | UCS_2 | 1 |  70 |  70
                """)
    void countsSegments(String text, int times, Encoding encoding, int segments, int characters, int units) {
        SmsText measured = SmsText.measure(text.repeat(times));

        assertThat(measured)
                .returns(encoding, SmsText::encoding)
                .returns(segments, SmsText::segments)
                .returns(characters, SmsText::characters)
                .returns(units, SmsText::units);
    }

    @Test
    void neverTearsAnEscapedCharacterApart() {
        SmsText measured = SmsText.measure("a".repeat(152) + "€" + "b".repeat(152));

        assertThat(measured).returns(306, SmsText::units).returns(3, SmsText::segments);
    }

    @Test
    void neverTearsAnEmojiApart() {
        assertThat(SmsText.measure("x".repeat(66) + "😀" + "y".repeat(66)).segments())
                .isEqualTo(3);
        assertThat(SmsText.measure("x".repeat(65) + "😀" + "y".repeat(67)).segments())
                .isEqualTo(2);
    }

    @Test
    void namesWhatMakesATextDear() {
        assertThat(SmsText.measure("Lampu “mati”").foreign()).containsExactly("“", "”");
        assertThat(SmsText.measure("Lampu mati").foreign()).isEmpty();
    }

    @Test
    void knowsTheWholeAlphabet() {
        String basic = "\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
                + "¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ";
        long single = 0;
        long escaped = 0;
        for (char character = 0; character < Character.MIN_SURROGATE; character++) {
            SmsText measured = SmsText.measure(String.valueOf(character));
            single += measured.encoding() == Encoding.GSM_7 && measured.units() == 1 ? 1 : 0;
            escaped += measured.encoding() == Encoding.GSM_7 && measured.units() == 2 ? 1 : 0;
        }

        assertThat(SmsText.measure(basic))
                .returns(Encoding.GSM_7, SmsText::encoding)
                .returns(127, SmsText::units);
        assertThat(SmsText.measure("\f[\\]^{|}~€")).returns(20, SmsText::units);
        assertThat(single).isEqualTo(127);
        assertThat(escaped).isEqualTo(10);
    }

    @Test
    void agreesWithEveryVectorBesideTheRepository() {
        JsonNode file = Vectors.read("sms_segments.json").orElse(null);
        Assumptions.assumeTrue(file != null, "no vectors beside this repository");

        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : file.get("vectors")) {
            if (!agrees(vector)) {
                wrong.add(vector.get("name").asString());
            }
        }
        System.out.println("sms_segments.json: " + file.get("vectors").size() + " vectors");

        assertThat(wrong).isEmpty();
    }

    private static boolean agrees(JsonNode vector) {
        String text = vector.get("text").asString();
        SmsText measured = SmsText.measure(text);
        int bits = measured.units() * measured.encoding().bits();
        int headers = measured.segments() > 1 ? measured.segments() * 48 : 0;
        List<String> foreign = new ArrayList<>();
        vector.get("nonGsm").forEach(character -> foreign.add(character.asString()));
        return measured.encoding()
                        .name()
                        .replace('_', '-')
                        .equals(vector.get("encoding").asString())
                && measured.segments() == vector.get("segments").asInt()
                && measured.characters() == vector.get("characters").asInt()
                && bits == vector.get("messageBits").asInt()
                && bits + headers == vector.get("totalBits").asInt()
                && measured.foreign().equals(foreign)
                && text.codePointCount(0, text.length())
                        == vector.get("scalars").asInt();
    }
}
