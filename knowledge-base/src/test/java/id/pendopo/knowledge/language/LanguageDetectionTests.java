package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.LanguageDetector;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectionTests {

    private static final LanguageDetector DETECTOR = BundledModels.load().languages();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ktp sy ilang gmn urusnya                      | id
            brp biaya perpanjang sim c                    | id
            mau lapor jalan rusak dpn sd 3                | id
            terima kasih                                  | id
            jalan rusak                                   | id
            piye carane gawe ktp                          | jv
            matur nuwun                                   | jv
            kumaha carana ngadamel ktp                    | su
            KTP kuring leungit                            | su
            How much does a new passport cost?            | en
            lost my ktp                                   | en
            thank you                                     | en
            the street light in front of my house is dead | en
            """)
    void tellsTheLanguageOfAShortText(String text, String language) {
        assertThat(DETECTOR.detect(text)).contains(Locale.of(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "KTP", "e-KTP", "SIM C", "👍", "", "2", "482 177 3021", "BPJS?", "status"})
    void staysSilentWhenATextSaysNothingAboutIt(String text) {
        assertThat(DETECTOR.detect(text)).isEmpty();
    }
}
