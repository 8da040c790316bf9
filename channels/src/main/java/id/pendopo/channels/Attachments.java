package id.pendopo.channels;

import java.util.Optional;

/** Files that citizens sent, and the only way to look at them: short-lived signed links. */
public interface Attachments {

    /**
     * A link that anybody who holds it may open for 5 minutes; the file comes as a download, never as a page.
     *
     * @param id our own id, the {@link Attachment#ref()} of a stored file
     * @return an address relative to the public one; empty when there is no such file or it was refused
     */
    Optional<String> link(String id);
}
