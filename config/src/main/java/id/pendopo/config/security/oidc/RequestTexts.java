package id.pendopo.config.security.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The authorization requests that are under way, each in its browser's session: as a text, as all that sessions keep. */
final class RequestTexts implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String NAME = "oidc-request";

    private final JsonMapper json = JsonMapper.builder().build();

    /** What comes back with the code is compared with it: state, nonce, code verifier. */
    private record Kept(
            String uri,
            String client,
            String redirect,
            Set<String> scopes,
            String state,
            Map<String, String> attributes,
            Map<String, String> parameters) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String state = request.getParameter("state");
        if (session == null || state == null || !(session.getAttribute(NAME) instanceof String text)) {
            return null;
        }
        try {
            Kept kept = json.readValue(text, Kept.class);
            return state.equals(kept.state()) ? request(kept) : null;
        } catch (JacksonException ofAnotherVersion) {
            return null;
        }
    }

    private static OAuth2AuthorizationRequest request(Kept kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.uri())
                .clientId(kept.client())
                .redirectUri(kept.redirect())
                .scopes(kept.scopes())
                .state(kept.state())
                .attributes(attributes -> attributes.putAll(kept.attributes()))
                .additionalParameters(parameters -> parameters.putAll(kept.parameters()))
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        Kept kept = new Kept(
                begun.getAuthorizationUri(),
                begun.getClientId(),
                Objects.requireNonNull(begun.getRedirectUri()),
                begun.getScopes(),
                Objects.requireNonNull(begun.getState()),
                texts(begun.getAttributes()),
                texts(begun.getAdditionalParameters()));
        request.getSession().setAttribute(NAME, json.writeValueAsString(kept));
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        if (begun != null) {
            request.getSession().removeAttribute(NAME);
        }
        return begun;
    }
}
