package id.pendopo.knowledge;

import java.util.Locale;
import java.util.stream.Stream;

/** Where a citizen met the article that an opinion is about. */
enum Channel {
    /** The help centre itself. */
    WEB("help"),
    /** An answer in the chat that names the article. */
    CHAT("web"),
    /** An answer in Telegram that names the article. */
    TELEGRAM("telegram");

    private final String kind;

    Channel(String kind) {
        this.kind = kind;
    }

    /** The kind of line, as questions are counted by; the help centre is one of its own. */
    String kind() {
        return kind;
    }

    /** The name as it stands in addresses and in the database. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of this name; the help centre for any other, for the name comes from an address that anybody may write. */
    static Channel of(String key) {
        return Stream.of(values())
                .filter(channel -> channel.key().equals(key))
                .findFirst()
                .orElse(WEB);
    }
}
