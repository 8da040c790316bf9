package id.pendopo.ticketing.settings;

import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.lifecycle.IdempotentRequests;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.ChangeLog.Change;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The audited changes of the desk's settings: each is made and written down in one transaction. */
@Component
public class RecordedChanges {

    private final ObjectProvider<ChangeLog> log;
    private final TransactionOperations transactions;
    private final Catalogue catalogue;
    private final IdempotentRequests requests;

    RecordedChanges(
            ObjectProvider<ChangeLog> log,
            TransactionOperations transactions,
            Catalogue catalogue,
            IdempotentRequests requests) {
        this.requests = requests;
        this.log = log;
        this.transactions = transactions;
        this.catalogue = catalogue;
    }

    /**
     * Makes a change and says which it was; where a log is kept, it is on record exactly when it was made. This node shows
     * it at once, the others within two seconds.
     */
    public void make(Supplier<Change> step) {
        transactions.executeWithoutResult(_ -> {
            Change change = step.get();
            if (!change.before().equals(change.after())) {
                log.ifAvailable(record -> record.record(change));
            }
        });
        catalogue.refresh();
    }

    /**
     * Carries a call out, unless one was under the same key before.
     *
     * @param what the call is about
     * @throws IdempotentRequests.KeyReused the key came with other content
     */
    public void once(String what, Optional<IdempotencyKey> key, Runnable call) {
        transactions.executeWithoutResult(_ -> {
            if (requests.first(what, key)) {
                call.run();
            }
        });
        catalogue.refresh();
    }
}
