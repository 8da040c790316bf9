package id.pendopo.config.database;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another process holds the lock of the data folder. */
final class DataFolderTaken extends IllegalStateException {

    private static final String MENDED = "Stop it, or choose another folder with PENDOPO_DATA.";

    private final Path folder;

    DataFolderTaken(Path folder) {
        super("Another Pendopo uses the data folder " + folder + ". " + MENDED);
        this.folder = folder;
    }

    /** Prints it without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<DataFolderTaken> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, DataFolderTaken taken) {
            return new FailureAnalysis("Another Pendopo uses the data folder " + taken.folder + ".", MENDED, taken);
        }
    }
}
