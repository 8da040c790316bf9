package id.pendopo.config.security.oidc;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The client registration at the office's provider, by its
 * <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">discovery document</a>: read when somebody first logs in by
 * it, so that the desk starts while the provider is away.
 */
@Component
class OfficeProvider implements ClientRegistrationRepository {

    static final String ID = "office";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OidcProperties settings;
    private final String publicUrl;
    private final SingletonSupplier<ClientRegistration> registration = SingletonSupplier.of(this::discover);

    OfficeProvider(OidcProperties settings, @Value("${pendopo.public-url:}") String publicUrl) {
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    /** The provider does not answer, or not as one: log in by password, or try again later. */
    static final class ProviderAway extends RuntimeException {

        ProviderAway(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    static ClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) && settings.configured() ? registration.get() : null;
    }

    private ClientRegistration discover() {
        String issuer = settings.issuer().map(URI::toString).orElseThrow();
        Map<String, Object> found = document(issuer);
        if (!issuer.equals(found.get("issuer"))) {
            throw new ProviderAway("the provider calls itself something else than the issuer that is configured", null);
        }
        return ClientRegistration.withRegistrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(publicUrl.replaceAll("/$", "") + "/login/oauth2/code/" + ID)
                .scope(settings.scopes())
                .issuerUri(issuer)
                .authorizationUri(text(found, "authorization_endpoint"))
                .tokenUri(text(found, "token_endpoint"))
                .jwkSetUri(text(found, "jwks_uri"))
                .userInfoUri((String) found.get("userinfo_endpoint"))
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
    }

    private static Map<String, Object> document(String issuer) {
        try {
            return Optional.ofNullable(RestClient.builder()
                            .requestFactory(requests())
                            .build()
                            .get()
                            .uri(URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"))
                            .retrieve()
                            .body(new ParameterizedTypeReference<Map<String, Object>>() {}))
                    .orElseGet(Map::of);
        } catch (RestClientException away) {
            throw new ProviderAway("the provider's discovery document cannot be read", away);
        }
    }

    private static String text(Map<String, Object> document, String field) {
        if (document.get(field) instanceof String text) {
            return text;
        }
        throw new ProviderAway("the provider's discovery document has no " + field, null);
    }
}
