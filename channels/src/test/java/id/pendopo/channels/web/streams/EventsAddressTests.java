package id.pendopo.channels.web.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a chat's stream is said to be served, whatever name the client used. */
class EventsAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://desk.example.org, http://desk.example.org, https://desk.example.org",
        "https://desk.example.org, http://evil.example.com, https://desk.example.org",
        "https://desk.example.org, http://127.0.0.1.evil.example.com, https://desk.example.org",
        "https://desk.example.org, http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://127.0.0.1:8080, http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080, http://evil.example.com, http://127.0.0.1:8080",
        "/, http://127.0.0.1:8080, http://127.0.0.1:8080"
    })
    void followsNoNameThatAClientMadeUp(URI publicUrl, URI used, URI served) {
        assertThat(EventsAddress.server(publicUrl, used)).isEqualTo(served);
    }
}
