package id.pendopo.knowledge.help;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.ui.VisitorCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cookie: remembers in the visitor's own browser what they said about an article, so that everybody is counted once.
 * The cookie is sent to that article's page alone and tells nobody who the visitor is.
 */
final class HelpVisitor {

    private static final Duration REMEMBERED = Duration.ofDays(180);

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
        VisitorCookie.ofChoice(name(text), request.getContextPath() + "/help/" + text.slug(), REMEMBERED)
                .write(response, text.version() + "-" + said.key());
    }

    private static String name(ArticleVersion text) {
        return "said-" + text.language().getLanguage();
    }
}
