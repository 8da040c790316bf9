package id.pendopo.channels;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What must not happen before the rows that it speaks of are there for everybody. */
final class AfterCommit {

    private AfterCommit() {}

    /** Runs the action after the current transaction's commit, never after a rollback; at once without a transaction. */
    static void run(Runnable action) {
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
