package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The suppression list: what an address does not want. Opting out ends broadcasts only; a blocked address cannot be
 * reached at all.
 */
@Component
public class Addresses {

    private final JdbcClient jdbc;
    private final Clock clock;

    Addresses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A step of another statement: whoever writes is reached again, whatever the provider said before.
     *
     * @param rows a table of that statement with an account and an address
     */
    public static String reached(String rows) {
        return """
                update channels_address a set blocked = false, moved = false, changed_at = :now
                  from %1$s where a.account = %1$s.account and a.address = %1$s.address and a.blocked
                """.formatted(rows);
    }

    public void happened(AddressEvent event) {
        switch (event.what()) {
            case BLOCKED -> store(event.address(), true, null);
            case MOVED -> {
                store(event.address(), true, null);
                moved(event.address());
            }
            case UNBLOCKED, STARTED -> store(event.address(), false, null);
            case OPTED_OUT -> store(event.address(), null, true);
            case OPTED_IN -> store(event.address(), false, false);
            case CALL_ENDED, SESSION_ENDED -> {}
        }
    }

    /** The provider or a person at the desk says whether messages get through. */
    void blocked(Address address, boolean blocked) {
        store(address, blocked, null);
    }

    /** Why nothing is sent to an address, a key of the delivery reasons; empty when it can be written to. */
    public Optional<String> refusal(Address address) {
        return jdbc.sql("""
                select moved from channels_address where account = :account and address = :address and blocked
                """)
                .param("account", address.account())
                .param("address", address.value())
                .query(Boolean.class)
                .optional()
                .map(moved -> moved ? "moved" : "blocked");
    }

    private void moved(Address address) {
        jdbc.sql("update channels_address set moved = true where account = :account and address = :address")
                .param("account", address.account())
                .param("address", address.value())
                .update();
    }

    private void store(Address address, @Nullable Boolean blocked, @Nullable Boolean optedOut) {
        jdbc.sql("""
                insert into channels_address as a (account, address, blocked, opted_out, changed_at)
                values (:account, :address, coalesce(:blocked, false), coalesce(:optedOut, false), :now)
                on conflict (account, address) do update
                   set blocked = coalesce(:blocked, a.blocked), opted_out = coalesce(:optedOut, a.opted_out),
                       moved = a.moved and coalesce(:blocked, true),
                       changed_at = :now
                """)
                .param("account", address.account())
                .param("address", address.value())
                .param("blocked", blocked, Types.BOOLEAN)
                .param("optedOut", optedOut, Types.BOOLEAN)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
