package id.pendopo.config.security.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** The OpenID Connect log-in, authorization code with PKCE, where a provider is configured; it begins at {@link #BEGINS}. */
@Component
public class OidcLogin {

    public static final String BEGINS = "/oauth2/authorization/" + OfficeProvider.ID;

    private static final Logger log = LoggerFactory.getLogger(OidcLogin.class);

    private final OidcProperties settings;
    private final OfficeProvider provider;
    private final OfficeUsers users;

    OidcLogin(OidcProperties settings, OfficeProvider provider, OfficeUsers users) {
        this.settings = settings;
        this.provider = provider;
        this.users = users;
    }

    /** Whether people may come in by it. */
    public boolean configured() {
        return settings.configured();
    }

    /** What the button says, as the office calls it; may be empty. */
    public String name() {
        return settings.name();
    }

    /** Whether the provider can be reached; its discovery document is read once. */
    public boolean reachable() {
        try {
            return provider.findByRegistrationId(OfficeProvider.ID) != null;
        } catch (OfficeProvider.ProviderAway away) {
            log.warn("Nobody can log in by the OpenID provider: {}", away.getMessage());
            return false;
        }
    }

    /** Adds the log-in to the chain of people. */
    public void into(HttpSecurity http, AuthenticationSuccessHandler success) {
        if (!configured()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(begin -> begin.authorizationRequestResolver(withPkce(provider))
                        .authorizationRequestRepository(new RequestTexts()))
                .tokenEndpoint(token -> token.accessTokenResponseClient(new TokenEndpoint()))
                .userInfoEndpoint(user -> user.oidcUserService(users))
                .successHandler(success)
                .failureHandler(OidcLogin::failed));
    }

    private static OAuth2AuthorizationRequestResolver withPkce(ClientRegistrationRepository registrations) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        Refusal why = failure instanceof OAuth2AuthenticationException told
                ? Refusal.of(told.getError().getErrorCode()).orElse(Refusal.AWAY)
                : Refusal.AWAY;
        if (why == Refusal.AWAY) {
            log.warn("A log-in by the OpenID provider failed: {}", code(failure));
        } else {
            log.info("A log-in by the OpenID provider was refused: {}", why.key());
        }
        response.sendRedirect("/login?office=" + why.key());
    }

    /** Codes of the protocol, no descriptions: they may hold what the provider was told. */
    private static String code(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : failure.getClass().getSimpleName();
    }
}
