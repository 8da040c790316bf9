package id.pendopo.knowledge.help;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.ui.VisitorCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cookie: remembers in the visitor's own browser what they said about an article, so that everybody is counted once.
 * The cookie is sent to that article's page alone and tells nobody who the visitor is.
 */
final class HelpVisitor {

    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final String VOTER = "voter";
    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 16;
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    HelpVisitor(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** How far a visitor has come with an article. */
    enum Said {
        /** It helped. */
        YES,
        /** It did not; the page asks why. */
        NO,
        /** It did not, and nothing more was said. */
        NOTHING,
        /** It did not, and why. */
        WHY;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Said> of(String key) {
            return Stream.of(values()).filter(said -> said.key().equals(key)).findFirst();
        }
    }

    /** What this visitor said about this version; empty if nothing yet. */
    Optional<Said> said(ArticleVersion text) {
        String version = text.version() + "-";
        return VisitorCookie.read(request, name(text))
                .filter(value -> value.startsWith(version))
                .flatMap(value -> Said.of(value.substring(version.length())));
    }

    void remember(ArticleVersion text, Said said) {
        cookie(text, name(text)).write(response, text.version() + "-" + said.key());
    }

    /**
     * Tells this visitor apart from others on this version and language, for the desk: a keyed sum, whose key never leaves the
     * browser's cookie, so that nobody can tell what one visitor said of two articles.
     */
    String voter(ArticleVersion text) {
        String secret = VisitorCookie.read(request, VOTER)
                .filter(kept -> SECRET.matcher(kept).matches())
                .orElseGet(HelpVisitor::draw);
        cookie(text, VOTER).write(response, secret);
        return sum(secret, text.slug() + "/" + text.language().toLanguageTag() + "/" + text.version());
    }

    private static String draw() {
        byte[] drawn = new byte[SECRET_BYTES];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private static String sum(String secret, String what) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }

    private VisitorCookie cookie(ArticleVersion text, String name) {
        return VisitorCookie.ofChoice(name, request.getContextPath() + "/help/" + text.slug(), REMEMBERED);
    }

    private static String name(ArticleVersion text) {
        return "said-" + text.language().getLanguage();
    }
}
