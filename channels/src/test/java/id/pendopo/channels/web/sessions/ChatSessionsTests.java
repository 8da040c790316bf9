package id.pendopo.channels.web.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.ChannelsTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelsTest
class ChatSessionsTests {

    private final JdbcClient jdbc;
    private Instant now = Instant.parse("2026-11-24T02:00:00Z");
    private final ChatSessions sessions;

    ChatSessionsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
        InstantSource source = () -> now;
        this.sessions = new ChatSessions(jdbc, source.withZone(ZoneOffset.UTC));
    }

    @Test
    void keepsTheHashOfATokenAndNotTheToken() throws Exception {
        ChatSessions.Opened opened = sessions.open("web", Optional.of(Locale.ENGLISH));

        byte[] kept = jdbc.sql("select token_hash from channels_web_session where conversation = :conversation")
                .param("conversation", opened.session().conversation())
                .query(byte[].class)
                .single();
        assertThat(kept)
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(opened.token().getBytes(StandardCharsets.US_ASCII)));
        assertThat(opened.toString()).doesNotContain(opened.token());
    }

    @Test
    void findsTheSessionThatATokenProves() {
        ChatSessions.Opened opened = sessions.open("web", Optional.of(Locale.ENGLISH));

        assertThat(find(opened)).contains(opened.session());
        assertThat(sessions.find(opened.session().conversation(), opened.token() + "x"))
                .isEmpty();
        assertThat(sessions.find("none", opened.token())).isEmpty();
    }

    @Test
    void endsThirtyDaysAfterTheLastUse() {
        ChatSessions.Opened opened = sessions.open("web", Optional.empty());

        now = now.plus(Duration.ofDays(29));
        assertThat(find(opened)).isPresent();
        now = now.plus(Duration.ofDays(29));
        assertThat(find(opened)).isPresent();
        now = now.plus(Duration.ofDays(30)).plusSeconds(1);
        assertThat(find(opened)).isEmpty();
    }

    @Test
    void forgetsWhatNoTokenOpensAnyMore() {
        ChatSessions.Opened old = sessions.open("web", Optional.empty());
        now = now.plus(Duration.ofDays(31));
        ChatSessions.Opened fresh = sessions.open("web", Optional.empty());

        assertThat(sessions.forget()).isPositive();
        now = now.minus(Duration.ofDays(31));
        assertThat(find(old)).isEmpty();
        assertThat(find(fresh)).isPresent();
    }

    private Optional<ChatSession> find(ChatSessions.Opened opened) {
        return sessions.find(opened.session().conversation(), opened.token());
    }
}
