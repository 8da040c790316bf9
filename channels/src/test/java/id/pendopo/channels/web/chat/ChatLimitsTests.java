package id.pendopo.channels.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.sessions.ChatSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class ChatLimitsTests {

    private static final int MESSAGES_PER_MINUTE = 60;
    private static final int BEGUN_PER_MINUTE = 120;
    private static final int MEGABYTES_PER_HOUR = 20;
    private static final Map<String, Long> VALUES = Map.of(
            ChatLimits.BEGUN, 120L, ChatLimits.MESSAGES, 60L, ChatLimits.FILES, 10L, ChatLimits.FILE_MEGABYTES, 20L);

    private final Map<String, Integer> uses = new HashMap<>();
    private final ChatLimits limits = new ChatLimits(
            (what, times, within) ->
                    uses.merge(what, 1, Integer::sum) > times ? Optional.of(Duration.ofSeconds(12)) : Optional.empty(),
            (limit, _) -> Objects.requireNonNull(VALUES.get(limit)));

    @Test
    void saysHowLongToWait() {
        ChatSession session = new ChatSession("a", "web", Optional.empty());
        for (int i = 0; i < MESSAGES_PER_MINUTE; i++) {
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
        for (int i = 0; i < BEGUN_PER_MINUTE; i++) {
            limits.begins(request);
        }

        assertThatThrownBy(() -> limits.begins(request)).isInstanceOf(ChatFailed.class);
        assertThat(uses.keySet()).noneMatch(what -> what.contains("203.0.113"));
    }

    @Test
    void doesNotTakeEverybodyBehindAProxyForOne() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0.1");
        for (int i = 0; i <= BEGUN_PER_MINUTE; i++) {
            limits.begins(request);
        }

        assertThat(uses).isEmpty();
    }

    @Test
    void countsTheMegabytesOfAnAddressAcrossItsChats() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.7");
        for (int i = 0; i < MEGABYTES_PER_HOUR / 10; i++) {
            limits.uploads(new ChatSession("chat-" + i, "web", Optional.empty()), 10 << 20, request);
        }

        assertThatThrownBy(() -> limits.uploads(new ChatSession("one more", "web", Optional.empty()), 1, request))
                .isInstanceOf(ChatFailed.class);
        MockHttpServletRequest elsewhere = new MockHttpServletRequest();
        elsewhere.setRemoteAddr("198.51.100.9");
        assertThatCode(() -> limits.uploads(new ChatSession("other", "web", Optional.empty()), 1, elsewhere))
                .doesNotThrowAnyException();
    }

    /** Forty people of one office begin, and ask three questions each, within a minute. */
    @Test
    void letsAnOfficeBehindOneAddressIn() {
        MockHttpServletRequest office = new MockHttpServletRequest();
        office.setRemoteAddr("203.0.113.7");

        assertThatCode(() -> {
                    for (int person = 0; person < 40; person++) {
                        limits.begins(office);
                        ChatSession chat = new ChatSession("person-" + person, "web", Optional.empty());
                        limits.says(chat);
                        limits.says(chat);
                        limits.says(chat);
                    }
                })
                .doesNotThrowAnyException();
    }
}
