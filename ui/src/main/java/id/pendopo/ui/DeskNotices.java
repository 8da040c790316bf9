package id.pendopo.ui;

import java.util.List;
import java.util.Set;

/**
 * Desk notices: what stands above every page of the desk until it is over, for those whom it concerns. A module makes one bean
 * for each thing that it watches. Asked with every page, so it answers from memory.
 */
@FunctionalInterface
public interface DeskNotices {

    /** Empty while all is well. */
    List<Notice> now();

    /**
     * A sentence above the page.
     *
     * @param authorities whoever holds one of these reads it
     * @param text a key of the message bundle
     * @param arguments of the text; never a citizen's
     */
    record Notice(Set<String> authorities, String text, List<Object> arguments) {

        public Notice {
            authorities = Set.copyOf(authorities);
            arguments = List.copyOf(arguments);
        }
    }
}
