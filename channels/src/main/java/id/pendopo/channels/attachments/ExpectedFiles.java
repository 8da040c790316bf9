package id.pendopo.channels.attachments;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Until a scanner that was away is asked again. */
    static final Duration UNSCANNED = Duration.ofSeconds(30);

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
     * A file that is being fetched, or scanned.
     *
     * @param attempt counts from 1
     * @param waiting what lies here already and was not scanned yet; empty while it lies at the provider
     */
    record Expected(String id, String account, Attachment file, int attempt, Optional<Picture> waiting) {

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
                returning id, account, type, coalesce(ref, '-') as ref, attempts, file
                """)
                .param("until", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .query((row, _) -> new Expected(
                        row.getString("id"),
                        row.getString("account"),
                        new Attachment(row.getString("type"), row.getString("ref")),
                        row.getInt("attempts"),
                        waiting(row)))
                .optional();
    }

    private static Optional<Picture> waiting(ResultSet row) throws SQLException {
        byte[] file = row.getBytes("file");
        return file == null ? Optional.empty() : Optional.of(new Picture(row.getString("type"), file));
    }

    /** Nobody can scan it now: it lies here, and is tried again. */
    void waits(String id, Picture file) {
        jdbc.sql("""
                update channels_attachment set type = :type, size = :size, file = :file, ref = null, due_at = :due
                 where id = :id::uuid and state = 'EXPECTED'
                """)
                .param("type", file.type())
                .param("size", file.file().length)
                .param("file", file.file())
                .param("due", utc(clock.instant().plus(UNSCANNED)))
                .param("id", id)
                .update();
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
