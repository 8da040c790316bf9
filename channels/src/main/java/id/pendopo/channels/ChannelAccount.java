package id.pendopo.channels;

/**
 * A channel account. One configured line: an agency may have many of a kind.
 *
 * @param name {@code [a-z0-9]{1,32}}, part of the webhook's address
 * @param kind which adapter speaks for it
 * @param settings the kind's own properties record, secrets included; prints without them
 */
public record ChannelAccount(String name, String kind, AccountSettings settings) {

    /** The settings as the kind's own record. */
    public <T extends AccountSettings> T settings(Class<T> type) {
        return type.cast(settings);
    }

    @Override
    public String toString() {
        return "ChannelAccount[" + name + ", " + kind + "]";
    }
}
