package id.pendopo.knowledge.feedback;

import java.util.Locale;
import java.util.stream.Stream;

/** Referrer: where a citizen met the article that an opinion is about. */
public enum ReferringChannel {
    /** The help centre itself. */
    WEB("help"),
    /** An answer in the chat that names the article. */
    CHAT("web"),
    /** An answer in Telegram that names the article. */
    TELEGRAM("telegram");

    private final String kind;

    ReferringChannel(String kind) {
        this.kind = kind;
    }

    /** The kind of line, as questions are counted by; the help centre is one of its own. */
    public String kind() {
        return kind;
    }

    /** The name as it stands in addresses and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of this name; the help centre for any other, for the name comes from an address that anybody may write. */
    public static ReferringChannel of(String key) {
        return Stream.of(values())
                .filter(channel -> channel.key().equals(key))
                .findFirst()
                .orElse(WEB);
    }
}
