package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.DeliveryReport;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Delivery reports (status callbacks): what providers say about messages that we sent. A state never goes back. A
 * report may come before the send returned: it is kept until the provider's id becomes known.
 */
@Component
public class DeliveryReports {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryReports(JdbcClient jdbc, Clock clock) {
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
        advance(report.account(), providerId, report.status(), report.reason().orElse(null));
    }

    /** Within the transaction that stored the provider's id with its row: applies what came too early. */
    void catchUp(String account, String providerId) {
        List<Early> early = jdbc.sql("""
                delete from channels_early_report where account = :account and provider_id = :providerId
                returning status, reason
                """)
                .param("account", account)
                .param("providerId", providerId)
                .query((row, _) ->
                        new Early(DeliveryReport.Status.valueOf(row.getString("status")), row.getString("reason")))
                .list();
        early.stream()
                .sorted(Comparator.comparing(Early::status))
                .forEach(report -> advance(account, providerId, report.status(), report.reason()));
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
                insert into channels_early_report (account, provider_id, status, reason, received_at)
                values (:account, :providerId, :status, :reason, :now)
                on conflict do nothing
                """)
                .param("account", report.account())
                .param("providerId", providerId)
                .param("status", report.status().name())
                .param("reason", report.reason().orElse(null))
                .param("now", now())
                .update();
    }

    private void advance(String account, String providerId, DeliveryReport.Status status, @Nullable String reason) {
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
            DeliveryReport.Status status, @Nullable String reason) {}
}
