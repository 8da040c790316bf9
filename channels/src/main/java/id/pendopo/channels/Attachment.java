package id.pendopo.channels;

/**
 * A file that came with a message or goes with one.
 *
 * @param type the media type, {@code image/jpeg}
 * @param ref what names the file: a provider's address or id before it was fetched, our own id afterwards
 */
public record Attachment(String type, String ref) {

    @Override
    public String toString() {
        return "Attachment[" + type + "]";
    }
}
