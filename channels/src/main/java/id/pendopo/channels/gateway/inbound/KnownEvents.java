package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.adapter.EarlierEvents;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The earlier events of a session, by a query over inbound rows. */
@Component
class KnownEvents implements EarlierEvents {

    private final InboundRows rows;

    KnownEvents(InboundRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> known(String account, List<String> externalIds) {
        try {
            return rows.known(account, externalIds);
        } catch (DataAccessException away) {
            throw new DeskUnavailable("earlier events cannot be looked up");
        }
    }
}
