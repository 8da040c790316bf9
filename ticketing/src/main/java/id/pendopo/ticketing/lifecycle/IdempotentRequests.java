package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The idempotent receiver of requests that change a ticket: each key is carried out once. The key is stored in the
 * step's transaction; a second request under it waits for the first to end, and runs only when that was rolled back.
 */
@Component
public class IdempotentRequests {

    /** How long a key is known; a form left open longer is stale in any case. */
    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Clock clock;

    IdempotentRequests(JdbcClient jdbc, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A program used a key a second time for something else. */
    public static final class KeyReused extends RuntimeException {

        KeyReused() {
            super("the idempotency key of another request");
        }
    }

    /**
     * Carries out a command like {@link Tickets#handle}, or answers with the ticket as it stands when that was done before.
     *
     * @param key empty when the request has none: the command is carried out
     * @throws KeyReused the key came with other content
     */
    @Transactional
    public Ticket handle(Optional<IdempotencyKey> key, TicketCommand command, Actor actor) {
        TicketCode code = command.code();
        return key.isEmpty() || first(code, key.get())
                ? tickets.handle(command, actor)
                : tickets.find(code).orElseThrow(() -> new Tickets.NoSuchTicket(code));
    }

    /**
     * Whether a request is the first under its key; from then on it is not.
     *
     * @throws KeyReused the key came with other content
     */
    boolean first(TicketCode code, IdempotencyKey key) {
        return first(code.digits(), key);
    }

    /**
     * The same of a call that is about no ticket, within the caller's transaction.
     *
     * @param what it is about
     * @param key empty: every call counts
     * @throws KeyReused the key came with other content
     */
    public boolean first(String what, Optional<IdempotencyKey> key) {
        return key.isEmpty() || first(what, key.get());
    }

    private boolean first(String what, IdempotencyKey key) {
        boolean first = jdbc.sql("""
                        insert into ticket_request (code, key, fingerprint, at)
                        values (:code, :key, :fingerprint, :now) on conflict do nothing""")
                        .param("code", what)
                        .param("key", key.value())
                        .param("fingerprint", key.fingerprint())
                        .param("now", TicketStore.utc(clock.instant()))
                        .update()
                == 1;
        if (!first && !fingerprint(what, key).equals(key.fingerprint())) {
            throw new KeyReused();
        }
        return first;
    }

    private String fingerprint(String what, IdempotencyKey key) {
        return jdbc.sql("select fingerprint from ticket_request where code = :code and key = :key")
                .param("code", what)
                .param("key", key.value())
                .query(String.class)
                .single();
    }
}
