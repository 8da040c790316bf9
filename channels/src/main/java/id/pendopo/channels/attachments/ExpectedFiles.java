package id.pendopo.channels.attachments;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The download queue: the files that still lie at a provider. */
@Component
class ExpectedFiles {

    /** Longer than one try takes; a worker that is silent for so long is dead. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ExpectedFiles(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Published within the transaction that expects files. */
    record Noted() {}

    /**
     * A file that is being fetched.
     *
     * @param attempt counts from 1
     */
    record Expected(String id, String account, Attachment file, int attempt) {

        @Override
        public String toString() {
            return "Expected[" + id + "]";
        }
    }

    List<Attachment> note(Address owner, List<Attachment> files) {
        events.publishEvent(new Noted());
        return files.stream().map(file -> note(owner, file)).toList();
    }

    private Attachment note(Address owner, Attachment file) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into channels_attachment (id, account, address, state, type, ref, created_at, taken_at, due_at)
                values (:id::uuid, :account, :address, 'EXPECTED', :type, :ref, :now, :now, :now)
                """)
                .param("id", id)
                .param("account", owner.account())
                .param("address", owner.value())
                .param("type", file.type())
                .param("ref", file.ref())
                .param("now", utc(clock.instant()))
                .update();
        return new Attachment(file.type(), id);
    }

    /** The one that waits longest; nobody else sees it until the lease ends. */
    Optional<Expected> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                update channels_attachment set attempts = attempts + 1, due_at = :until
                 where id = (select id from channels_attachment where state = 'EXPECTED' and due_at <= :now
                              order by due_at limit 1 for update skip locked)
                returning id, account, type, ref, attempts
                """)
                .param("until", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .query((row, _) -> new Expected(
                        row.getString("id"),
                        row.getString("account"),
                        new Attachment(row.getString("type"), row.getString("ref")),
                        row.getInt("attempts")))
                .optional();
    }

    void again(Expected file, Duration wait) {
        jdbc.sql("update channels_attachment set due_at = :due where id = :id::uuid and state = 'EXPECTED'")
                .param("due", utc(clock.instant().plus(wait)))
                .param("id", file.id())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
