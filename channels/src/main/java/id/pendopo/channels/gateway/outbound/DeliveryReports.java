package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.DeliveryReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Delivery reports (status callbacks): what providers say about messages that we sent. A state never goes back. A
 * report may come before the send returned: it is kept until the provider's id becomes known.
 */
@Component
public class DeliveryReports {

    /** Until a provider that had too many messages takes one again. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Lanes lanes;
    private final Clock clock;

    DeliveryReports(JdbcClient jdbc, Lanes lanes, Clock clock) {
        this.lanes = lanes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Within the transaction that took the event's place. */
    public void apply(DeliveryReport report) {
        if (report.providerId().isEmpty()) {
            applyBefore(report);
            return;
        }
        String providerId = report.providerId().get();
        lock(report.account(), providerId);
        if (!known(report.account(), providerId)) {
            keep(providerId, report);
            return;
        }
        advance(report.account(), providerId, Early.of(report));
    }

    /** Within the transaction that stored the provider's id with its row: applies what came too early. */
    void catchUp(String account, String providerId) {
        List<Early> early = jdbc.sql("""
                delete from channels_early_report where account = :account and provider_id = :providerId
                returning status, reason, remedy
                """)
                .param("account", account)
                .param("providerId", providerId)
                .query((row, _) -> Early.of(row))
                .list();
        early.stream()
                .sorted(Comparator.comparing(Early::status))
                .forEach(report -> advance(account, providerId, report));
    }

    /** Taken by both sides first, so that a report and the return of its send cannot miss each other. */
    void lock(String account, String providerId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", account + "/" + providerId)
                .query((_, _) -> true)
                .list();
    }

    private boolean known(String account, String providerId) {
        return jdbc.sql("""
                select exists (select 1 from channels_outbound where account = :account and provider_id = :providerId)
                """)
                .param("account", account)
                .param("providerId", providerId)
                .query(Boolean.class)
                .single();
    }

    private void keep(String providerId, DeliveryReport report) {
        jdbc.sql("""
                insert into channels_early_report (account, provider_id, status, reason, remedy, received_at)
                values (:account, :providerId, :status, :reason, :remedy, :now)
                on conflict do nothing
                """)
                .param("account", report.account())
                .param("providerId", providerId)
                .param("status", report.status().name())
                .param("reason", report.reason().orElse(null))
                .param("remedy", report.remedy().name())
                .param("now", now())
                .update();
    }

    private void advance(String account, String providerId, Early report) {
        if (report.remedy() == DeliveryReport.Remedy.NONE || !again(account, providerId, report)) {
            settle(account, providerId, report.status(), report.reason());
        }
    }

    /**
     * Sends once more what something helps; under a new name of the provider's, so that later reports about the first try
     * say nothing of the second.
     *
     * @return false when it was sent again before, or is settled
     */
    private boolean again(String account, String providerId, Early report) {
        Optional<Long> conversation = jdbc.sql("""
                select conversation from channels_outbound
                 where account = :account and provider_id = :providerId and state in (:before) and not remedied
                   and blocks is not null
                """)
                .param("account", account)
                .param("providerId", providerId)
                .param("before", before(report.status()))
                .query(Long.class)
                .optional();
        conversation.ifPresent(lanes::open);
        return conversation.isPresent()
                && jdbc.sql("""
                update channels_outbound
                   set state = 'RETRY', reason = :reason, provider_id = null, remedied = true, doubt_since = null,
                       window_closed = window_closed or :closed, due_at = :due, changed_at = :now
                 where account = :account and provider_id = :providerId and state in (:before) and not remedied
                   and blocks is not null
                """)
                                .param("reason", report.reason())
                                .param("closed", report.remedy() == DeliveryReport.Remedy.OTHER_WAY)
                                .param(
                                        "due",
                                        now().plus(
                                                        report.remedy() == DeliveryReport.Remedy.LATER
                                                                ? LATER
                                                                : Duration.ZERO))
                                .param("now", now())
                                .param("account", account)
                                .param("providerId", providerId)
                                .param("before", before(report.status()))
                                .update()
                        == 1;
    }

    private void settle(String account, String providerId, DeliveryReport.Status status, @Nullable String reason) {
        jdbc.sql("""
                update channels_outbound set state = :state, reason = :reason, doubt_since = null, changed_at = :now
                 where account = :account and provider_id = :providerId and state in (:before)
                """)
                .param("state", status.name())
                .param("reason", reason)
                .param("now", now())
                .param("account", account)
                .param("providerId", providerId)
                .param("before", before(status))
                .update();
    }

    /** Only rows that reached the provider; what still waits to be sent cannot have been read. */
    private void applyBefore(DeliveryReport report) {
        report.to()
                .ifPresent(to -> jdbc.sql("""
                update channels_outbound set state = :state, changed_at = :now
                 where account = :account and address = :address and state in (:before) and created_at <= :at
                   and state in ('SENT', 'DELIVERED')
                """)
                        .param("state", report.status().name())
                        .param("now", now())
                        .param("account", to.account())
                        .param("address", to.value())
                        .param("before", before(report.status()))
                        .param("at", report.at().atOffset(ZoneOffset.UTC))
                        .update());
    }

    private static List<String> before(DeliveryReport.Status status) {
        return switch (status) {
            case SENT -> List.of("SENDING", "UNKNOWN");
            case DELIVERED, FAILED -> List.of("SENDING", "UNKNOWN", "SENT");
            case READ -> List.of("SENDING", "UNKNOWN", "SENT", "DELIVERED");
        };
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Early(
            DeliveryReport.Status status, @Nullable String reason, DeliveryReport.Remedy remedy) {

        static Early of(DeliveryReport report) {
            return new Early(report.status(), report.reason().orElse(null), report.remedy());
        }

        /** One that was kept by a node of the version before tells no remedy. */
        static Early of(ResultSet row) throws SQLException {
            String remedy = row.getString("remedy");
            return new Early(
                    DeliveryReport.Status.valueOf(row.getString("status")),
                    row.getString("reason"),
                    remedy == null ? DeliveryReport.Remedy.NONE : DeliveryReport.Remedy.valueOf(remedy));
        }
    }
}
