package id.pendopo.knowledge.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Referrer: where a citizen met the article that an opinion is about. {@code knowledge/referrers.properties} lists them.
 *
 * @param key the name as it stands in addresses and in the database
 * @param kind the kind of line, as questions are counted by; the help centre is one of its own
 */
public record ReferringChannel(String key, String kind) {

    private static final Properties KINDS = load();

    /** The help centre itself. */
    public static final ReferringChannel HELP_CENTRE = KINDS.stringPropertyNames().stream()
            .map(key -> new ReferringChannel(key, KINDS.getProperty(key)))
            .filter(known -> known.kind().equals("help"))
            .findAny()
            .orElseThrow();

    /** The channel of this name; the help centre for any other, for the name comes from an address that anybody may write. */
    public static ReferringChannel of(String key) {
        String kind = KINDS.getProperty(key);
        return kind == null ? HELP_CENTRE : new ReferringChannel(key, kind);
    }

    private static Properties load() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("knowledge/referrers.properties"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
