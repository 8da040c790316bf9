package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.gateway.window.ReplyWindows.LastMessages;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last inbound message of a person, by which reply windows are measured. */
@Component
class LastWritten implements LastMessages {

    private final JdbcClient jdbc;

    LastWritten(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the last few turns: a message that came late may be older than the one before it. */
    @Override
    public Optional<Instant> at(Address person) {
        return jdbc.sql("""
                select max(happened_at) from (
                  select happened_at from channels_inbound
                   where account = :account and address = :address and event = 'MESSAGE' and turn is not null
                   order by turn desc limit 10) latest
                """)
                .param("account", person.account())
                .param("address", person.value())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }
}
