package id.pendopo.config.security.oidc;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID provider of the office.
 *
 * @param issuer its address, as its tokens name it; empty: there is none
 * @param name what people call it, on the button
 * @param claim which claim is the log-in name of the account
 * @param scopes what is asked for
 * @param secondFactorAcr values of {@code acr} that say that a second factor was given there
 * @param secondFactorAmr values of {@code amr} that say so
 */
@ConfigurationProperties("pendopo.security.oidc")
public record OidcProperties(
        Optional<URI> issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name,
        @DefaultValue("preferred_username") String claim,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue List<String> secondFactorAcr,
        @DefaultValue List<String> secondFactorAmr) {

    private static final String WHERE = "pendopo.security.oidc.";

    public OidcProperties {
        issuer = issuer.filter(address -> !address.toString().isBlank());
        scopes = List.copyOf(scopes);
        secondFactorAcr = List.copyOf(secondFactorAcr);
        secondFactorAmr = List.copyOf(secondFactorAmr);
        if (issuer.isPresent()) {
            if (!safe(issuer.get())) {
                throw new IllegalArgumentException(WHERE + "issuer must be an https address");
            }
            if (clientId.isBlank() || clientSecret.isBlank()) {
                throw new IllegalArgumentException("set " + WHERE
                        + "client-id and client-secret as well (PENDOPO_SECURITY_OIDC_CLIENTID, _CLIENTSECRET)");
            }
        }
    }

    /** What this machine says to itself needs no TLS. */
    private static boolean safe(URI issuer) {
        return "https".equals(issuer.getScheme())
                || ("http".equals(issuer.getScheme()) && isLoopback(issuer.getHost()));
    }

    private static boolean isLoopback(String host) {
        try {
            return "localhost".equals(host) || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    public boolean configured() {
        return issuer.isPresent();
    }

    @Override
    public String toString() {
        return "OidcProperties[" + issuer.map(URI::toString).orElse("none") + "]";
    }
}
