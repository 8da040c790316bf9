package id.pendopo.channels.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.sessions.ChatSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class ChatLimitsTests {

    private final Map<String, Integer> uses = new HashMap<>();
    private final ChatLimits limits = new ChatLimits((what, times, within) ->
            uses.merge(what, 1, Integer::sum) > times ? Optional.of(Duration.ofSeconds(12)) : Optional.empty());

    @Test
    void saysHowLongToWait() {
        ChatSession session = new ChatSession("a", "web", Optional.empty());
        for (int i = 0; i < ChatLimits.MESSAGES_PER_MINUTE; i++) {
            limits.says(session);
        }

        assertThatThrownBy(() -> limits.says(session)).isInstanceOfSatisfying(ChatFailed.class, failed -> {
            assertThat(failed.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
            assertThat(failed.retryAfter()).contains(Duration.ofSeconds(12));
            assertThat(failed.getArguments()).containsExactly(12L);
        });
        assertThatCode(() -> limits.says(new ChatSession("b", "web", Optional.empty())))
                .doesNotThrowAnyException();
    }

    @Test
    void limitsWhoBeginsByItsAddressWithoutKeepingIt() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.7");
        for (int i = 0; i < ChatLimits.BEGUN_PER_MINUTE; i++) {
            limits.begins(request);
        }

        assertThatThrownBy(() -> limits.begins(request)).isInstanceOf(ChatFailed.class);
        assertThat(uses.keySet()).noneMatch(what -> what.contains("203.0.113"));
    }

    @Test
    void doesNotTakeEverybodyBehindAProxyForOne() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0.1");
        for (int i = 0; i <= ChatLimits.BEGUN_PER_MINUTE; i++) {
            limits.begins(request);
        }

        assertThat(uses).isEmpty();
    }
}
