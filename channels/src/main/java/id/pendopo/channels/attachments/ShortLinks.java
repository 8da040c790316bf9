package id.pendopo.channels.attachments;

import id.pendopo.channels.Limits;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Capability URLs that fit into a text message: {@code /f/} and 12 characters, drawn at random, which open one file for 7 days.
 *
 * <p>12 characters of 32 are 60 bits: with ten thousand links alive and 300 tries a minute, which is what one network gets, a
 * guess hits one in 700,000 years on average. A signed address of 128 bits or more would cost a text message a segment of its
 * own. Seven days are as long as somebody with a cheap phone and no credit may take to open it, and as long as providers try to
 * fetch a picture; whoever comes later asks for it again. A link may be opened more than once within that time: phones and
 * providers look at an address before its reader does, and would use it up. Nothing personal is in it, nor derived from it.
 *
 * @see <a href="https://www.w3.org/TR/capability-urls/">Good practices for capability URLs</a>
 */
@Component
public class ShortLinks {

    static final Duration LIFETIME = Duration.ofDays(7);

    private static final String PATH = "/f/";

    /** https://www.crockford.com/base32.html: nothing in it is taken for something else when it is typed. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 12;
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private static final int TRIES = 300;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Limits limits;

    ShortLinks(JdbcClient jdbc, Clock clock, Limits limits) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.limits = limits;
    }

    /** The file's one short link; it lives for {@link #LIFETIME} from now. */
    Optional<String> share(UUID id) {
        return jdbc.sql("""
                update channels_attachment set link = coalesce(link, :link), link_until = :until
                 where id = :id and state = 'STORED' returning link
                """)
                .param("link", draw())
                .param("until", clock.instant().plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(String.class)
                .optional()
                .map(link -> PATH + link);
    }

    private String draw() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, at) -> code.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    /**
     * The file that a code opens now.
     *
     * @param code as typed: letters may be large, and those that look like digits count as these
     */
    public Optional<String> open(String code) {
        String read = code.toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return Optional.of(read)
                .filter(typed -> CODE.matcher(typed).matches())
                .flatMap(typed -> jdbc.sql("""
                        select id::text from channels_attachment
                         where link = :link and link_until > :now and state = 'STORED'
                        """)
                        .param("link", typed)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .optional());
    }

    /**
     * Counts one try.
     *
     * @param network whose it is
     * @return how long to wait; empty means go on
     */
    public Optional<Duration> exceeded(String network) {
        return limits.exceeded("file-link/" + network, TRIES, MINUTE);
    }
}
