package id.pendopo.channels;

/**
 * A file that came with a message or goes with one.
 *
 * @param type the media type, {@code image/jpeg}
 * @param ref what names the file: a provider's address or id before it was fetched, our own id afterwards. An address is
 *     what the provider wrote, wherever it leads: nobody fetches it but the line's own adapter, from its provider's hosts
 */
public record Attachment(String type, String ref) {

    @Override
    public String toString() {
        return "Attachment[" + type + "]";
    }
}
