package id.pendopo.channels.email;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What our own mail exchanger found out about a mail's sender; everybody else's word for it may be invented.
 *
 * @param results {@code pass}, {@code fail}, {@code none} and others by method: {@code spf}, {@code dkim}, {@code dmarc}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8601">RFC 8601, Authentication-Results</a>
 */
record MailVerdict(Map<String, String> results) {

    static final MailVerdict NONE = new MailVerdict(Map.of());

    private static final Pattern RESULT =
            Pattern.compile("(?:^|;)\\s{0,9}(spf|dkim|dmarc)\\s{0,9}=\\s{0,9}([a-z]{1,20})");

    MailVerdict {
        results = Map.copyOf(results);
    }

    /** @param exchanger the name that ours signs with; empty: nobody is believed */
    static MailVerdict of(MailHeaders mail, String exchanger) {
        if (exchanger.isBlank()) {
            return NONE;
        }
        List<String> ours = mail.all("Authentication-Results").stream()
                .map(value -> value.toLowerCase(Locale.ROOT).strip())
                .filter(value -> value.split("[;\\s]", 2)[0].equals(exchanger.toLowerCase(Locale.ROOT)))
                .toList();
        Map<String, String> results = new HashMap<>();
        for (String value : ours) {
            Matcher found = RESULT.matcher(value);
            while (found.find()) {
                // Several signatures: one that fits is enough.
                results.merge(found.group(1), found.group(2), (one, other) -> one.equals("pass") ? one : other);
            }
        }
        return new MailVerdict(results);
    }

    /** Whether the sender's domain says of such a mail that it is not from there. */
    boolean forged() {
        return "fail".equals(results.get("dmarc"));
    }
}
