package id.pendopo.ticketing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may read, add to and reopen a ticket from elsewhere than its own conversation: whoever knows the last four digits
 * of the number that it was reported with, or holds a 16-digit receipt, which is proof in itself.
 */
@Component
public class TicketAccess {

    /** Wrong digits that one code forgives within an hour. */
    public static final int TRIES = 5;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int RECEIPT_DIGITS = 16;

    private final JdbcClient jdbc;
    private final TicketRecords records;
    private final Clock clock;

    TicketAccess(JdbcClient jdbc, TicketRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    /** How a try ended. */
    public sealed interface Verdict {

        /** It is the reporter, as far as the digits say. */
        record Granted(Ticket ticket) implements Verdict {}

        /** Other digits; {@code left} tries remain within this hour, at least one. */
        record Wrong(int left) implements Verdict {}

        /** Too many wrong digits; the right ones are not heard before {@code until} either. */
        record Locked(Instant until) implements Verdict {}

        /** The ticket was reported without a number: only its own conversation leads to it. */
        record NoNumber() implements Verdict {}

        /** Nobody has this code. */
        record Unknown() implements Verdict {}
    }

    private record Count(int tries, Instant since) {}

    /**
     * Hears the last four digits of a number, and counts wrong ones by code for everybody together.
     *
     * @param lastFour what was typed; of a longer number the end counts
     */
    @Transactional
    public Verdict tryDigits(TicketCode code, String lastFour) {
        return records.find(code)
                .map(row -> code.digits().length() == RECEIPT_DIGITS
                        ? new Verdict.Granted(row.ticket())
                        : row.phone()
                                .map(phone -> heard(row, phone.equals(end(lastFour))))
                                .orElseGet(Verdict.NoNumber::new))
                .orElseGet(Verdict.Unknown::new);
    }

    private static String end(String typed) {
        String digits = typed.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 4));
    }

    /** Counts before it judges, so that many tries at once cannot pass together. */
    private Verdict heard(TicketRecords.Row row, boolean right) {
        TicketCode code = row.ticket().code();
        Count count = count(code);
        if (count.tries() > TRIES) {
            return new Verdict.Locked(count.since().plus(WINDOW));
        }
        if (right) {
            forgive(code);
            return new Verdict.Granted(row.ticket());
        }
        return count.tries() == TRIES
                ? new Verdict.Locked(count.since().plus(WINDOW))
                : new Verdict.Wrong(TRIES - count.tries());
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
                .param("now", TicketRecords.utc(now))
                .param("over", TicketRecords.utc(now.minus(WINDOW)))
                .param("full", TRIES + 1)
                .query(TicketAccess::count)
                .single();
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(
                row.getInt("tries"), TicketRecords.instant(row, "since").orElseThrow());
    }

    private void forgive(TicketCode code) {
        jdbc.sql("update ticket_try set tries = tries - 1 where code = ?")
                .param(code.digits())
                .update();
    }
}
