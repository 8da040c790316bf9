package id.pendopo.channels.gateway.accounts;

import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Follows the stored accounts: what was changed on any node counts on this one, which is told by {@link AccountsChanged}. */
@Component
class AccountsFollower {

    private final Accounts accounts;
    private final StoredAccounts stored;
    private final ApplicationEventPublisher events;
    private long revision;

    AccountsFollower(Accounts accounts, StoredAccounts stored, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.stored = stored;
        this.events = events;
    }

    /** Reads what is stored, if it changed since. */
    synchronized void follow() {
        long now = stored.revision();
        if (now == revision) {
            return;
        }
        Set<String> changed = accounts.heed(stored.all());
        revision = now;
        if (!changed.isEmpty()) {
            events.publishEvent(new AccountsChanged(changed));
        }
    }
}
