package id.pendopo.conversation.linking;

import id.pendopo.channels.Address;
import id.pendopo.conversation.store.ConversationStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A rate limit against brute force on passcodes: counts what is typed to go on here, by one person and by all, since
 * such a code is looked for among all that are alive.
 */
@Component
class CodeAttempts {

    /** What one person may type within an hour. */
    static final int OF_ONE = 5;

    /** What all together may mistype within an hour; beyond it somebody is trying all numbers from many chats. */
    static final int OF_ALL = 300;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String ALL = "*";

    private final JdbcClient jdbc;
    private final Clock clock;

    CodeAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether one more would be heard; counts nothing. */
    boolean allowed(Address who) {
        return counted(name(who)) < OF_ONE && counted(ALL) < OF_ALL;
    }

    private int counted(String who) {
        return jdbc.sql("select tries from conversation_guess where who = ? and since > ?")
                .param(who)
                .param(ConversationStore.utc(clock.instant().minus(WINDOW)))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Counts one more, before it is judged; false when it is too many. */
    @Transactional
    boolean mayTry(Address who) {
        jdbc.sql("delete from conversation_guess where since < ?")
                .param(ConversationStore.utc(clock.instant().minus(KEPT)))
                .update();
        return count(name(who)) <= OF_ONE && count(ALL) <= OF_ALL;
    }

    /** It was right: it does not count. */
    @Transactional
    void forgive(Address who) {
        jdbc.sql("update conversation_guess set tries = tries - 1 where who in (?, ?)")
                .param(name(who))
                .param(ALL)
                .update();
    }

    private int count(String who) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into conversation_guess (who, since, tries) values (:who, :now, 1)
                        on conflict (who) do update
                        set tries = case when conversation_guess.since <= :over then 1
                                         else conversation_guess.tries + 1 end,
                            since = case when conversation_guess.since <= :over then :now
                                         else conversation_guess.since end
                        returning tries""")
                .param("who", who)
                .param("now", ConversationStore.utc(now))
                .param("over", ConversationStore.utc(now.minus(WINDOW)))
                .query(Integer.class)
                .single();
    }

    /** Tells people apart without naming them. */
    private static String name(Address who) {
        try {
            byte[] name = (who.account() + "/" + who.value()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
