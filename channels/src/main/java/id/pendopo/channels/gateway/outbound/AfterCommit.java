package id.pendopo.channels.gateway.outbound;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Callbacks after the commit: what must not happen before the rows that it speaks of are there for everybody. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs the action after the current transaction's commit, never after a rollback; at once without a transaction. */
    public static void run(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
