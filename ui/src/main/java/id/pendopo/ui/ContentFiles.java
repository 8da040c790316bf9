package id.pendopo.ui;

import id.pendopo.ui.ChangeLog.Change;
import java.util.List;
import java.util.Map;

/**
 * Port of content export and import: what one module keeps of the office's own content, as text files of a folder that is
 * laid out as a country pack. A module has a bean for each kind of file; whoever has the command calls them in their order.
 */
public interface ContentFiles {

    /** Whether a file is one of these, by its path in the folder, with slashes: {@code articles/sim-online.yaml}. */
    boolean owns(String path);

    /** Everything as it is now, by path; byte for byte the same as long as nothing was changed. Nobody's name, nothing secret. */
    Map<String, String> export();

    /**
     * Takes files over within the caller's transaction. What is missing in them stays as it is.
     *
     * @param files those that it owns, by path
     */
    Taken take(Map<String, String> files, Import how);

    /**
     * How to take them.
     *
     * @param actor who does it, as the audit log names them
     * @param remove whether what none of the files has is ended: switched off or withdrawn, with what was said of it kept
     */
    record Import(String actor, boolean remove) {}

    /**
     * What became of the files.
     *
     * @param faults why nothing may be kept of it: the caller rolls back when there is one
     * @param changes what is different now; empty before: added, empty after: ended. For the caller to write down
     * @param notes what was left alone although somebody may expect otherwise, a line each
     */
    record Taken(List<Fault> faults, List<Change> changes, List<String> notes) {

        public Taken {
            faults = List.copyOf(faults);
            changes = List.copyOf(changes);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A mistake in a file.
     *
     * @param line from 1; 0 for the file as a whole
     * @param remedy what is wrong and what to do, for whoever wrote it
     */
    record Fault(String file, int line, String remedy) {

        @Override
        public String toString() {
            return (line > 0 ? file + ":" + line : file) + ": " + remedy;
        }
    }
}
