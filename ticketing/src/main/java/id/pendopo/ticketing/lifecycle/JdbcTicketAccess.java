package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.TicketAccess;
import id.pendopo.ticketing.TicketCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rate limiter of proofs: compares digits with the stored number and locks a code out for an hour after too many
 * wrong tries.
 */
@Component
class JdbcTicketAccess implements TicketAccess {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int RECEIPT_DIGITS = 16;

    private final JdbcClient jdbc;
    private final TicketStore store;
    private final IdempotentRequests requests;
    private final WrongCodes wrongCodes;
    private final Clock clock;

    JdbcTicketAccess(
            JdbcClient jdbc, TicketStore store, IdempotentRequests requests, WrongCodes wrongCodes, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.requests = requests;
        this.wrongCodes = wrongCodes;
        this.clock = clock;
    }

    private record Count(int tries, Instant since) {}

    @Override
    public Verdict judge(TicketCode code, String lastFour) {
        return of(code, lastFour, (row, right) -> verdict(row, next(code), right));
    }

    @Override
    @Transactional
    public Verdict tryDigits(TicketCode code, String lastFour, Optional<IdempotencyKey> key) {
        return of(code, lastFour, (row, right) -> heard(row, right, key));
    }

    @Override
    public Optional<Instant> lockedUntil(String who) {
        return wrongCodes.lockedUntil(who);
    }

    @Override
    public void missed(String who) {
        wrongCodes.missed(who);
    }

    private Verdict of(TicketCode code, String lastFour, BiFunction<TicketStore.Row, Boolean, Verdict> hearing) {
        return store.find(code)
                .map(row -> code.digits().length() == RECEIPT_DIGITS
                        ? new Verdict.Granted(row.ticket())
                        : row.phone()
                                .map(phone -> hearing.apply(row, phone.equals(end(lastFour))))
                                .orElseGet(Verdict.NoNumber::new))
                .orElseGet(Verdict.Unknown::new);
    }

    private static String end(String typed) {
        String digits = typed.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 4));
    }

    /** Counts before it judges, so that many tries at once cannot pass together. */
    private Verdict heard(TicketStore.Row row, boolean right, Optional<IdempotencyKey> key) {
        TicketCode code = row.ticket().code();
        boolean fresh = key.isEmpty() || requests.first(code, key.get());
        Verdict verdict = verdict(row, fresh ? count(code) : counted(code), right);
        if (fresh && verdict instanceof Verdict.Granted) {
            forgive(code);
        }
        return verdict;
    }

    private static Verdict verdict(TicketStore.Row row, Count count, boolean right) {
        if (right && count.tries() <= TRIES) {
            return new Verdict.Granted(row.ticket());
        }
        return count.tries() >= TRIES
                ? new Verdict.Locked(count.since().plus(WINDOW))
                : new Verdict.Wrong(TRIES - count.tries());
    }

    /** As it would be after one more try. */
    private Count next(TicketCode code) {
        Instant now = clock.instant();
        return jdbc.sql("select tries + 1 as tries, since from ticket_try where code = :code and since > :over")
                .param("code", code.digits())
                .param("over", TicketStore.utc(now.minus(WINDOW)))
                .query(JdbcTicketAccess::count)
                .optional()
                .orElseGet(() -> new Count(1, now));
    }

    private Count count(TicketCode code) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into ticket_try (code, since, tries) values (:code, :now, 1)
                        on conflict (code) do update
                        set tries = case when ticket_try.since <= :over then 1
                                         else least(ticket_try.tries + 1, :full) end,
                            since = case when ticket_try.since <= :over then :now else ticket_try.since end
                        returning tries, since""")
                .param("code", code.digits())
                .param("now", TicketStore.utc(now))
                .param("over", TicketStore.utc(now.minus(WINDOW)))
                .param("full", TRIES + 1)
                .query(JdbcTicketAccess::count)
                .single();
    }

    /** Without counting once more. */
    private Count counted(TicketCode code) {
        return jdbc.sql("select tries, since from ticket_try where code = ?")
                .param(code.digits())
                .query(JdbcTicketAccess::count)
                .optional()
                .orElseGet(() -> new Count(0, clock.instant()));
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(row.getInt("tries"), TicketStore.instant(row, "since").orElseThrow());
    }

    private void forgive(TicketCode code) {
        jdbc.sql("update ticket_try set tries = tries - 1 where code = ?")
                .param(code.digits())
                .update();
    }
}
