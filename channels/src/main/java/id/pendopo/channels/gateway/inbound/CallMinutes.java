package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.gateway.limits.Spending;
import id.pendopo.channels.gateway.outbound.AfterCommit;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The billing of calls: from a call's first step to its end, by the begun minute. */
@Component
class CallMinutes {

    /** Ends the call's own id in that of an event: {@code CallSid/step}. */
    private static final String STEP = "/";

    private final JdbcClient jdbc;
    private final Spending spending;

    CallMinutes(JdbcClient jdbc, Spending spending) {
        this.jdbc = jdbc;
        this.spending = spending;
    }

    /** Within the transaction of the event; counted once that is committed. */
    void happened(AddressEvent event) {
        if (event.what() == AddressEvent.What.CALL_ENDED) {
            begun(event)
                    .ifPresent(from ->
                            AfterCommit.run(() -> spending.called(event.address(), minutes(from, event.at()))));
        }
    }

    private Optional<Instant> begun(AddressEvent event) {
        return jdbc.sql("""
                select min(happened_at) from channels_inbound
                 where account = :account and address = :address and event = 'MESSAGE'
                   and starts_with(external_id, :call)
                """)
                .param("account", event.account())
                .param("address", event.address().value())
                .param("call", event.externalId().split(STEP, 2)[0] + STEP)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static long minutes(Instant from, Instant to) {
        Duration call = Duration.between(from, to);
        return Math.max(1, call.plusMinutes(1).minusNanos(1).toMinutes());
    }
}
