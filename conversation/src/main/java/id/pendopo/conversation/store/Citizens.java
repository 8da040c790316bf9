package id.pendopo.conversation.store;

import id.pendopo.channels.Address;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of citizens: people, by the addresses that messages came from, and their consents. */
@Component
public class Citizens {

    private final JdbcClient jdbc;

    Citizens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of the ledger. */
    public record Consent(boolean given, String wording, Instant at) {}

    public Optional<Long> find(Address address) {
        return jdbc.sql("select citizen from citizen_address where account = ? and address = ?")
                .param(address.account())
                .param(address.value())
                .query(Long.class)
                .optional();
    }

    /** The citizen at an address; a new one when nobody wrote from there before. */
    long at(Address address, Locale language, Instant now) {
        return find(address).orElseGet(() -> settle(address, create(language, now), now));
    }

    /** Whether two conversations are with one citizen. */
    public boolean same(long conversation, long other) {
        return jdbc.sql("""
                        select count(*) = 2 and count(distinct citizen) = 1 from conversation where id in (?, ?)""")
                .param(conversation)
                .param(other)
                .query(Boolean.class)
                .single();
    }

    public void record(long citizen, Command.Consent consent, Instant now) {
        jdbc.sql("insert into citizen_consent (citizen, purpose, given, wording, at) values (?, ?, ?, ?, ?)")
                .param(citizen)
                .param(consent.purpose().name())
                .param(consent.given())
                .param(consent.wording())
                .param(ConversationStore.utc(now))
                .update();
    }

    /** What counts now for a purpose; empty when it was never asked. */
    public Optional<Consent> consent(long citizen, Command.Purpose purpose) {
        return jdbc.sql("""
                        select given, wording, at from citizen_consent
                        where citizen = ? and purpose = ? order by id desc limit 1""")
                .param(citizen)
                .param(purpose.name())
                .query((row, number) -> new Consent(
                        row.getBoolean("given"),
                        row.getString("wording"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The tickets that a citizen opened, newest first. */
    public List<TicketCode> tickets(long citizen) {
        return jdbc.sql("select code from citizen_ticket where citizen = ? order by at desc limit 20")
                .param(citizen)
                .query((row, _) -> new TicketCode(row.getString("code")))
                .list();
    }

    /** Who opened a ticket; empty when nobody knows. */
    public Optional<Long> reporter(TicketCode code) {
        return jdbc.sql("select citizen from citizen_ticket where code = ?")
                .param(code.digits())
                .query(Long.class)
                .optional();
    }

    /** Everybody who wrote from this address on some account: a telephone has one number for calls and for messages. */
    public List<Long> everywhere(String address) {
        return jdbc.sql("select distinct citizen from citizen_address where address = ?")
                .param(address)
                .query((row, _) -> row.getLong("citizen"))
                .list();
    }

    /** The conversations with these citizens. */
    public List<Long> conversations(Collection<Long> citizens) {
        return jdbc.sql("select id from conversation where citizen = any(?)")
                .param(citizens.toArray(Long[]::new))
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    public void reported(long citizen, TicketCode code, Instant now) {
        jdbc.sql("insert into citizen_ticket (code, citizen, at) values (?, ?, ?)")
                .param(code.digits())
                .param(citizen)
                .param(ConversationStore.utc(now))
                .update();
    }

    private long create(Locale language, Instant now) {
        return jdbc.sql("insert into citizen (language, created_at) values (?, ?) returning id")
                .param(language.toLanguageTag())
                .param(ConversationStore.utc(now))
                .query(Long.class)
                .single();
    }

    /** Of two first messages at once, one settles; the other takes its citizen and drops its own. */
    private long settle(Address address, long created, Instant now) {
        jdbc.sql("""
                        insert into citizen_address (account, address, citizen, verified_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .param(address.account())
                .param(address.value())
                .param(created)
                .param(ConversationStore.utc(now))
                .update();
        long settled = find(address).orElseThrow();
        if (settled != created) {
            jdbc.sql("delete from citizen where id = ?").param(created).update();
        }
        return settled;
    }
}
