package id.pendopo.config.pace;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.VisitorPace.Form;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

class FormPaceTests {

    private static final Map<String, Long> VALUES =
            Map.of(FormPace.ANSWERS, 6L, FormPace.REPORTS, 4L, FormPace.OWN_REPORTS, 2L, FormPace.OPINIONS, 3L);

    private final Map<String, Integer> uses = new HashMap<>();
    private final FormPace pace = new FormPace(
            (what, times, _) ->
                    uses.merge(what, 1, Integer::sum) > times ? Optional.of(Duration.ofSeconds(40)) : Optional.empty(),
            (limit, _) -> Objects.requireNonNull(VALUES.get(limit)));

    @Test
    void stopsOneVisitorBeforeTheOfficeThatTheySitIn() {
        MockHttpSession one = new MockHttpSession();
        assertThat(sent(one, "203.0.113.7")).isEmpty();
        assertThat(sent(one, "203.0.113.7")).isEmpty();

        assertThat(sent(one, "203.0.113.7")).contains(Duration.ofSeconds(40));
        assertThat(sent(new MockHttpSession(), "203.0.113.7")).isEmpty();
    }

    @Test
    void stopsANetworkThatBeginsAnewEachTime() {
        for (int i = 0; i < 4; i++) {
            assertThat(sent(new MockHttpSession(), "203.0.113.7")).isEmpty();
        }

        assertThat(sent(new MockHttpSession(), "203.0.113.7")).isPresent();
        assertThat(sent(new MockHttpSession(), "203.0.113.8")).isEmpty();
    }

    @Test
    void doesNotTakeEverybodyBehindAProxyForOne() {
        for (int i = 0; i < 20; i++) {
            assertThat(sent(new MockHttpSession(), "127.0.0.1")).isEmpty();
        }
    }

    @Test
    void countsOpinionsAndAnswersByThemselves() {
        for (int i = 0; i < 3; i++) {
            assertThat(pace.exceeded(Form.OPINION, from("203.0.113.7"))).isEmpty();
        }

        assertThat(pace.exceeded(Form.OPINION, from("203.0.113.7"))).isPresent();
        assertThat(pace.exceeded(Form.REPORT_ANSWER, from("203.0.113.7"))).isEmpty();
    }

    @Test
    void keepsNoAddressInTheClear() {
        pace.exceeded(Form.OPINION, from("203.0.113.7"));
        sent(new MockHttpSession(), "203.0.113.7");

        assertThat(uses.keySet()).isNotEmpty().noneMatch(what -> what.contains("203.0.113"));
    }

    private Optional<Duration> sent(MockHttpSession session, String address) {
        MockHttpServletRequest request = from(address);
        request.setSession(session);
        return pace.exceeded(Form.REPORT, request);
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
