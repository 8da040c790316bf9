package id.pendopo.knowledge.rewording;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.Rewording;
import id.pendopo.knowledge.Rewording.Form;
import id.pendopo.ui.CountryPack;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RewordingPropertiesTests {

    private static final String PREFIX = "pendopo.knowledge.rewording.";

    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withBean("languages", id.pendopo.knowledge.LanguageDetector.class, BundledModels.load()::languages)
            .withBean(Masking.class, () -> Masking.of(CountryPack.chosen()))
            .withUserConfiguration(RewordingConfiguration.class);

    @Test
    void thereIsNoModelByDefault() {
        desk.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(RewordingProperties.class).address()).isEmpty();
            assertThat(context).doesNotHaveBean(Rewording.class);
        });
    }

    @Test
    void anEmptyAddressIsNone() {
        desk.withPropertyValues(PREFIX + "url=").run(context -> {
            assertThat(context.getBean(RewordingProperties.class).address()).isEmpty();
            assertThat(context).doesNotHaveBean(Rewording.class);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:11434/v1, http://127.0.0.1:11434/v1/chat/completions",
        "https://model.example/v1/, https://model.example/v1/chat/completions"
    })
    void theAddressIsCompleted(String url, URI address) {
        desk.withPropertyValues(PREFIX + "url=" + url, PREFIX + "model=kecil").run(context -> {
            assertThat(context.getBean(RewordingProperties.class).address()).contains(address);
            assertThat(context.getBean(Rewording.class).allowed(PassageTests.saying("Bawa surat polisi."), Form.WEB))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://127.0.0.1/v1        |       | 2s  | model is missing
            ftp://127.0.0.1/v1         | kecil | 2s  | url must be the address
            127.0.0.1                  | kecil | 2s  | url must be the address
            http://a:b@127.0.0.1/v1    | kecil | 2s  | url must be the address
            http://127.0.0.1/v1?key=a  | kecil | 2s  | url must be the address
            http://127.0.0.1/v1        | kecil | 0s  | timeout must be
            http://127.0.0.1/v1        | kecil | 10s | timeout must be
            """)
    void aWrongSettingStopsTheStartAndSaysWhatToDo(String url, String model, String timeout, String sentence) {
        desk.withPropertyValues(
                        PREFIX + "url=" + url,
                        PREFIX + "model=" + (model == null ? "" : model),
                        PREFIX + "timeout=" + timeout)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(PREFIX)
                        .hasMessageContaining(sentence));
    }

    @Test
    void theKeyIsNeverPrinted() {
        desk.withPropertyValues(
                        PREFIX + "url=http://127.0.0.1/v1", PREFIX + "model=kecil", PREFIX + "api-key=rahasia-sekali")
                .run(context -> assertThat(
                                context.getBean(RewordingProperties.class).toString())
                        .contains("127.0.0.1", "kecil")
                        .doesNotContain("rahasia"));
    }
}
