package id.pendopo.config.content;

import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.ContentFiles;
import id.pendopo.ui.ContentFiles.Fault;
import id.pendopo.ui.ContentFiles.Import;
import id.pendopo.ui.ContentFiles.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Export to a folder and import from one: all of it in one transaction, with each change on the audit log, or nothing. */
@Component
public class ContentTransfer {

    /** 1,500 articles on a slow machine; the database itself ends a transaction after 70 s. */
    private static final int SECONDS = 60;

    private final List<ContentFiles> kinds;
    private final ChangeLog log;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    ContentTransfer(List<ContentFiles> kinds, ChangeLog log, JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.kinds = List.copyOf(kinds);
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(SECONDS);
    }

    /**
     * Writes everything into a folder, over what an earlier export wrote.
     *
     * @return how many files; faults are files that an export would not have written: then nothing was written
     */
    public Exported export(Path folder) throws IOException {
        Map<String, String> files = Objects.requireNonNull(transaction.execute(_ -> {
            Map<String, String> all = new TreeMap<>();
            kinds.forEach(kind -> all.putAll(kind.export()));
            return all;
        }));
        ContentFolder place = new ContentFolder(folder);
        List<Fault> faults = place.paths().stream()
                .filter(path -> kinds.stream().anyMatch(kind -> kind.owns(path)) && !files.containsKey(path))
                .map(path -> new Fault(path, 0, "is not on the desk: import it first, or move it away."))
                .toList();
        if (faults.isEmpty()) {
            place.write(files);
        }
        return new Exported(files.size(), faults);
    }

    /** What was written. */
    public record Exported(int files, List<Fault> faults) {}

    /**
     * Takes a folder over, or tells what that would change.
     *
     * @param dryRun everything is done and then undone
     */
    public Taken take(Path folder, Import how, boolean dryRun) throws IOException {
        ContentFolder place = new ContentFolder(folder);
        List<Fault> faults = new ArrayList<>();
        List<String> paths = place.paths();
        paths.stream()
                .filter(path -> kinds.stream().noneMatch(kind -> kind.owns(path)))
                .forEach(path -> faults.add(new Fault(
                        path, 0, "nothing is known of this file: check its name and folder, or move it away.")));
        Map<String, String> files = place.read(
                paths.stream()
                        .filter(path -> kinds.stream().anyMatch(kind -> kind.owns(path)))
                        .toList(),
                faults);
        if (files.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(folder.toString(), 0, "holds no content; begin with ./pendopo content export."));
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            waitForReading();
            Taken taken = take(files, faults, how);
            if (dryRun || !taken.faults().isEmpty()) {
                status.setRollbackOnly();
            }
            return taken;
        }));
    }

    /** Many files are read between two statements: this one connection may be silent for longer than a desk's. */
    private void waitForReading() {
        db.sql("select set_config('idle_in_transaction_session_timeout', :wait, true)")
                .param("wait", SECONDS + "s")
                .query(String.class)
                .single();
    }

    /** A kind sees what the ones before it have done. */
    private Taken take(Map<String, String> files, List<Fault> found, Import how) {
        List<Fault> faults = new ArrayList<>(found);
        List<Change> changes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ContentFiles kind : kinds) {
            Map<String, String> own = new TreeMap<>(files);
            own.keySet().removeIf(path -> !kind.owns(path));
            Taken taken = kind.take(own, how);
            faults.addAll(taken.faults());
            changes.addAll(taken.changes());
            notes.addAll(taken.notes());
        }
        changes.forEach(log::record);
        return new Taken(faults, changes, notes);
    }
}
