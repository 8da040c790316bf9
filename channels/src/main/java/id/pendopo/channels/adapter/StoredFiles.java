package id.pendopo.channels.adapter;

import id.pendopo.channels.Attachment;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The port to the bytes of files, for a channel adapter whose provider wants them with the message. Any thread may ask. */
@FunctionalInterface
public interface StoredFiles {

    /**
     * A file, whole in memory: at most {@link Download#LARGEST} bytes.
     *
     * @return empty when it is not kept, any more or yet
     */
    Optional<Content> of(Attachment file);

    /** @param known absent for programs without a database, which have no files */
    static StoredFiles of(ObjectProvider<StoredFiles> known) {
        return file -> known.getIfAvailable(() -> _ -> Optional.empty()).of(file);
    }

    /**
     * What a file is.
     *
     * @param type the media type, {@code image/jpeg}
     * @param name what it is called when it is saved, with its ending; may hold any letter
     */
    record Content(String type, String name, byte[] bytes) {

        public boolean picture() {
            return type.startsWith("image/");
        }

        @Override
        public String toString() {
            return "Content[" + type + ", " + bytes.length + " bytes]";
        }
    }
}
