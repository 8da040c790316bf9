package id.pendopo.channels.attachments;

import id.pendopo.channels.Address;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.AttachmentRefused.Reason;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The budget of uploads: how much may lie here that no message carries, and how many files somebody may bring of whom none is
 * awaited. People send the picture first and the words behind it, so that a few are always taken.
 */
@Component
final class UploadBudget implements Limits.Use {

    static final String UNSENT = "unsent-megabytes";
    static final String EARLY = "early-files";

    private static final int MEGABYTE = 1 << 20;
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Limits.Values limits;
    private final Limits.FreeSpace space;
    private final ObjectProvider<Attachments.UploadPermission> permission;

    UploadBudget(
            JdbcClient jdbc,
            Clock clock,
            Limits.Values limits,
            Limits.FreeSpace space,
            ObjectProvider<Attachments.UploadPermission> permission) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.limits = limits;
        this.space = space;
        this.permission = permission;
    }

    /** @throws AttachmentRefused when there is no room for it, or it comes too early */
    void admit(Address owner, long bytes) throws AttachmentRefused {
        room(bytes);
        Attachments.UploadPermission known = permission.getIfAvailable(() -> _ -> true);
        if (lately(owner) >= limits.of(EARLY) && !known.awaits(owner)) {
            throw new AttachmentRefused(Reason.TOO_EARLY);
        }
    }

    /** @throws AttachmentRefused when there is no room for it */
    void room(long bytes) throws AttachmentRefused {
        if (space.level() != Limits.FreeSpace.Level.ENOUGH || unsent() + bytes > limits.of(UNSENT) * MEGABYTE) {
            throw new AttachmentRefused(Reason.NO_ROOM);
        }
    }

    private long unsent() {
        return jdbc.sql("""
                select coalesce(sum(size), 0) from channels_attachment
                 where taken_at is null and created_at > :since
                """).param("since", anHourAgo()).query(Long.class).single();
    }

    private long lately(Address owner) {
        return jdbc.sql("""
                select count(*) from channels_attachment
                 where account = :account and address = :address and created_at > :since
                """)
                .param("account", owner.account())
                .param("address", owner.value())
                .param("since", anHourAgo())
                .query(Long.class)
                .single();
    }

    private OffsetDateTime anHourAgo() {
        return clock.instant().minus(HOUR).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Map<String, Long> now() {
        return Map.of(UNSENT, unsent() / MEGABYTE);
    }

    /** Its limits. */
    @Configuration(proxyBeanMethods = false)
    static class Bounds {

        @Bean
        Limits.Adjustable unsentMegabytes() {
            return new Limits.Adjustable(UNSENT, "limits." + UNSENT, 500, 1, MEGABYTE, false);
        }

        @Bean
        Limits.Adjustable earlyFiles() {
            return new Limits.Adjustable(EARLY, "limits." + EARLY, 3, 0, 1000, false);
        }
    }
}
