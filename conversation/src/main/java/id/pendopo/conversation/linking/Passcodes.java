package id.pendopo.conversation.linking;

import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.ticketing.TicketCode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time passcodes of six digits that open something once within ten minutes. Salted hashes are stored, no digit of
 * a code is.
 */
@Component
public class Passcodes {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** Wrong tries that one code forgives. */
    static final int TRIES = 5;

    /** What a ticket, and whoever asks, gets within an hour: each may cost a text message. */
    static final int AN_HOUR = 3;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);

    /** Slow enough that trying a million codes against a stolen row takes about as long as the code lives. */
    private static final int ROUNDS = 1000;

    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    Passcodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a code opens.
     *
     * @param ticket proves this ticket in the conversation that asked for it; without one, the code lets that
     *     conversation go on where the code is typed
     */
    public record Lock(Optional<TicketCode> ticket, long conversation) {

        private String purpose() {
            return ticket.isPresent() ? "PROOF" : "MOVE";
        }
    }

    private record Row(long id, long conversation, byte[] salt, byte[] hash) {

        boolean fits(Passcode code) {
            return MessageDigest.isEqual(hash, hashed(code, salt));
        }
    }

    /** Whether one more code may be given. */
    boolean may(Lock lock) {
        return at(jdbc.sql("""
                        select count(*) from conversation_code
                        where purpose = :purpose and (ticket = cast(:ticket as text) or conversation = :conversation)
                          and issued_at > :since"""), lock, WINDOW).query(Integer.class).single() < AN_HOUR;
    }

    /**
     * Keeps a code; an earlier one for the same opens nothing any more. Within a transaction.
     *
     * @throws OptimisticLockingFailureException others were given meanwhile, this one is too many
     */
    void keep(Lock lock, Passcode code) {
        String shared = lock.ticket().map(TicketCode::digits).orElseGet(() -> "" + lock.conversation());
        jdbc.sql("select pg_advisory_xact_lock(hashtext('conversation_code/' || ?))")
                .param(shared)
                .query((_, _) -> true)
                .single();
        if (!may(lock)) {
            throw new OptimisticLockingFailureException("too many codes were given meanwhile");
        }
        spend(lock);
        forget();
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        at(jdbc.sql("""
                        insert into conversation_code (purpose, ticket, conversation, salt, hash, issued_at)
                        values (:purpose, :ticket, :conversation, :salt, :hash, :now)"""), lock, LIFETIME)
                .param("salt", salt)
                .param("hash", hashed(code, salt))
                .update();
    }

    private void forget() {
        jdbc.sql("delete from conversation_code where issued_at < ?")
                .param(ago(KEPT))
                .update();
    }

    /** Whether a code would open this; counts nothing. */
    boolean fits(Lock lock, Passcode code) {
        return at(jdbc.sql("""
                        select id, conversation, salt, hash from conversation_code
                        where purpose = :purpose and ticket is not distinct from cast(:ticket as text)
                          and conversation = :conversation and used_at is null and issued_at > :since and tries < :tries"""), lock, LIFETIME)
                .param("tries", TRIES)
                .query(Passcodes::row)
                .optional()
                .filter(row -> row.fits(code))
                .isPresent();
    }

    /** Whether a code opens this; a try counts before it is judged, so that many at once cannot pass together. */
    @Transactional
    public boolean opens(Lock lock, Passcode code) {
        Optional<Row> tried = at(jdbc.sql("""
                        update conversation_code set tries = tries + 1
                        where purpose = :purpose and ticket is not distinct from cast(:ticket as text)
                          and conversation = :conversation and used_at is null and issued_at > :since and tries < :tries
                        returning id, conversation, salt, hash"""), lock, LIFETIME)
                .param("tries", TRIES)
                .query(Passcodes::row)
                .optional();
        Optional<Row> right = tried.filter(row -> row.fits(code));
        right.ifPresent(row -> jdbc.sql("update conversation_code set tries = tries - 1 where id = ?")
                .param(row.id())
                .update());
        return right.isPresent();
    }

    /** The conversation that a code lets go on; of two that gave the same code none does. */
    Optional<Long> lent(Passcode code) {
        List<Row> right = jdbc.sql("""
                        select id, conversation, salt, hash from conversation_code
                        where purpose = 'MOVE' and used_at is null and issued_at > :since""").param("since", ago(LIFETIME)).query(Passcodes::row).list().stream()
                .filter(row -> row.fits(code))
                .toList();
        return right.size() == 1 ? Optional.of(right.getFirst().conversation()) : Optional.empty();
    }

    /**
     * The code is used up. Within a transaction.
     *
     * @throws OptimisticLockingFailureException it was used meanwhile, or is too old now
     */
    void use(Lock lock) {
        if (spend(lock) == 0) {
            throw new OptimisticLockingFailureException("the code is not good any more");
        }
    }

    private int spend(Lock lock) {
        return at(jdbc.sql("""
                        update conversation_code set used_at = :now
                        where purpose = :purpose and ticket is not distinct from cast(:ticket as text)
                          and conversation = :conversation and used_at is null and issued_at > :since"""), lock, LIFETIME).update();
    }

    /** With what names the lock, and since when a code counts. */
    private JdbcClient.StatementSpec at(JdbcClient.StatementSpec sql, Lock lock, Duration back) {
        return sql.param("purpose", lock.purpose())
                .param("ticket", lock.ticket().map(TicketCode::digits).orElse(null))
                .param("conversation", lock.conversation())
                .param("now", ago(Duration.ZERO))
                .param("since", ago(back));
    }

    private OffsetDateTime ago(Duration back) {
        return ConversationStore.utc(clock.instant().minus(back));
    }

    private static byte[] hashed(Passcode code, byte[] salt) {
        try {
            PBEKeySpec slow = new PBEKeySpec(code.digits().toCharArray(), salt, ROUNDS, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(slow)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("id"), row.getLong("conversation"), row.getBytes("salt"), row.getBytes("hash"));
    }
}
