package id.pendopo.channels.web.sessions;

import id.pendopo.ui.KeptTables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The session store: who may read and write which chat. Only the hash of a token is kept; it ends 30 days after its
 * last use.
 */
@Component
public class ChatSessions implements KeptTables {

    static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration TOUCH = Duration.ofHours(1);
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ChatSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new session with its token, which is nowhere else. */
    public record Opened(ChatSession session, String token) {

        @Override
        public String toString() {
            return "Opened[" + session.conversation() + "]";
        }
    }

    public Opened open(String account, Optional<Locale> language) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        ChatSession session = new ChatSession(UUID.randomUUID().toString(), account, language);
        jdbc.sql("""
                        insert into channels_web_session (conversation, account, token_hash, language, created_at, used_at)
                        values (:conversation, :account, :hash, :language, :now, :now)
                        """)
                .param("conversation", session.conversation())
                .param("account", account)
                .param("hash", hash(token))
                .param("language", language.map(Locale::toLanguageTag).orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new Opened(session, token);
    }

    /** The session that this token proves; empty when it is unknown, not this one's, or out of use for 30 days. */
    Optional<ChatSession> find(String conversation, String token) {
        return jdbc.sql("""
                        select account, token_hash, language, used_at from channels_web_session
                        where conversation = :conversation
                        """)
                .param("conversation", conversation)
                .query((row, _) -> proved(row, conversation, token))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<ChatSession> proved(ResultSet row, String conversation, String token) throws SQLException {
        Instant used = row.getTimestamp("used_at").toInstant();
        Instant now = clock.instant();
        if (!MessageDigest.isEqual(hash(token), row.getBytes("token_hash")) || now.isAfter(used.plus(LIFETIME))) {
            return Optional.empty();
        }
        if (now.isAfter(used.plus(TOUCH))) {
            touch(conversation, now);
        }
        @Nullable String language = row.getString("language");
        return Optional.of(new ChatSession(
                conversation,
                row.getString("account"),
                Optional.ofNullable(language).map(Locale::forLanguageTag)));
    }

    private void touch(String conversation, Instant now) {
        jdbc.sql("update channels_web_session set used_at = :now where conversation = :conversation")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("conversation", conversation)
                .update();
    }

    /** Forgets the sessions that no token opens any more. */
    int forget() {
        return jdbc.sql("delete from channels_web_session where used_at < :before")
                .param("before", clock.instant().minus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Table> tables() {
        return List.of(Table.of(
                "channels_web_session",
                new Rule(
                        "who may read a chat",
                        LIFETIME.toString(),
                        "",
                        () -> jdbc.sql("select count(*) from channels_web_session where used_at < :before")
                                .param("before", clock.instant().minus(LIFETIME).atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .single())));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
