package id.pendopo.config.security.passkeys;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The WebAuthn relying party, <a href="https://www.w3.org/TR/webauthn-3/#relying-party-identifier">id</a> and origin, by the
 * configured public address; what a request says of its host counts for nothing.
 */
@Component
final class RelyingParty {

    /** Browsers take no address of digits for an id. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

    private static final String LOCAL = "localhost";

    private final URI url;

    RelyingParty(@Value("${pendopo.public-url:}") URI url) {
        this.url = url;
    }

    /** Whether browsers offer passkeys there: a name, and HTTPS unless it is this machine. */
    boolean usable() {
        return !id().isEmpty()
                && !ADDRESS.matcher(id()).matches()
                && ("https".equals(scheme()) || ("http".equals(scheme()) && LOCAL.equals(id())));
    }

    private String scheme() {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }

    /** The host's name; empty without a public address. */
    String id() {
        return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }

    /** As a browser names the page's origin: without the port that the scheme has anyway. */
    String origin() {
        int usual = "https".equals(scheme()) ? 443 : 80;
        return scheme() + "://" + id() + (url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort());
    }
}
