package id.pendopo.config.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk is sent to push services alone, whatever address a browser names. */
class PushServicesTests {

    private final PushServices services =
            services("203.0.113.7", ".push.example.", "127.0.0.1", "http://127.0.0.1:8090");

    private static PushServices services(String... known) {
        return new PushServices(new PushProperties(List.of(known), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://203.0.113.7/send/1", "https://203.0.113.7:443/send/1", "http://127.0.0.1:8090/1"})
    void permitsWhatIsListed(String endpoint) {
        assertThat(services.permit(endpoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://203.0.113.7/send/1",
                "https://203.0.113.7:8443/send/1",
                "https://someone@203.0.113.7/send/1",
                "https://203.0.113.8/send/1",
                "https://push.example.evil.example/1",
                "https://127.0.0.1/1",
                "http://127.0.0.1:8091/1",
                "http://127.0.0.1:8090@203.0.113.8/1",
                "file:///etc/passwd",
                "no address",
                ""
            })
    void permitsNothingElse(String endpoint) {
        assertThat(services.permit(endpoint)).isFalse();
    }

    @Test
    void aContactIsALetterOrAPage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PushProperties(List.of(), "0812"))
                .withMessageContaining("pendopo.push.contact");
    }
}
