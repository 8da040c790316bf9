package id.pendopo.config.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockersTests {

    @Test
    void namesWhoWaitsForWhichTableAndWhoHoldsIt(@TempDir Path data) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0);
                Connection holder = DriverManager.getConnection(postgres.url());
                Connection waiter = DriverManager.getConnection(postgres.url());
                Statement holds = holder.createStatement();
                Statement waits = waiter.createStatement();
                ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            holds.execute("create table held (n int)");
            assertThat(Blockers.of(postgres.url())).isEqualTo("no session waits for another one");
            holder.setAutoCommit(false);
            holds.execute("lock table held in access exclusive mode");

            Future<Boolean> waiting = thread.submit(() -> waits.execute("select n from held"));

            await().untilAsserted(() -> assertThat(Blockers.of(postgres.url()))
                    .contains("waits for relation held AccessShareLock with \"select n from held\"")
                    .contains("idle in transaction", "last with \"lock table held in access exclusive mode\""));
            holder.rollback();
            assertThat(waiting.get()).isTrue();
        }
    }
}
