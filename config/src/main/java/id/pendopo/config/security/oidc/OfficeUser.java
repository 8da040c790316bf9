package id.pendopo.config.security.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody with an account here whom the provider vouched for.
 *
 * @param login of the account
 */
record OfficeUser(String login, OidcIdToken token, List<GrantedAuthority> factors) implements OidcUser {

    @Override
    public String getName() {
        return login;
    }

    @Override
    public Map<String, Object> getClaims() {
        return token.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return token.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return token;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return factors;
    }

    @Override
    public String toString() {
        return "OfficeUser[" + login + "]";
    }
}
