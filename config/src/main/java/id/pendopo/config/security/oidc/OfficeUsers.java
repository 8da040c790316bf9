package id.pendopo.config.security.oidc;

import id.pendopo.config.security.People;
import id.pendopo.config.security.Person;
import id.pendopo.config.security.factor.GivenFactors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** The user service of log-ins by the provider: finds the account, which must exist already, and judges what was proved there. */
@Component
class OfficeUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcProperties settings;
    private final Identities identities;
    private final People people;

    OfficeUsers(OidcProperties settings, Identities identities, People people) {
        this.settings = settings;
        this.identities = identities;
        this.people = people;
    }

    /** @throws OAuth2AuthenticationException with a {@link Refusal} as its code: nobody here, disabled, or somebody else's */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        return new OfficeUser(account(token).login(), token, factors(token));
    }

    private Person account(OidcIdToken token) {
        String issuer = Objects.requireNonNull(token.getIssuer()).toString();
        String subject = Objects.requireNonNull(token.getSubject());
        Optional<String> bound = identities.login(issuer, subject);
        Person person = bound.or(() -> named(token)).flatMap(people::find).orElseThrow(() -> refused(Refusal.UNKNOWN));
        if (!person.enabled()) {
            throw refused(Refusal.DISABLED);
        }
        if (bound.isEmpty() && !identities.bind(person.login(), issuer, subject)) {
            throw refused(Refusal.OTHER);
        }
        return person;
    }

    /** An address of e-mail that the provider did not verify is anybody's. */
    private Optional<String> named(OidcIdToken token) {
        boolean unverified =
                StandardClaimNames.EMAIL.equals(settings.claim()) && !Boolean.TRUE.equals(token.getEmailVerified());
        return Optional.ofNullable(token.getClaimAsString(settings.claim()))
                .filter(_ -> !unverified)
                .map(name -> name.strip().toLowerCase(Locale.ROOT));
    }

    private static OAuth2AuthenticationException refused(Refusal why) {
        return new OAuth2AuthenticationException(new OAuth2Error(why.key()));
    }

    private List<GrantedAuthority> factors(OidcIdToken token) {
        List<GrantedAuthority> factors = new ArrayList<>();
        factors.add(new SimpleGrantedAuthority(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY));
        if (secondFactorGiven(token)) {
            factors.add(new SimpleGrantedAuthority(GivenFactors.PROVIDER));
        }
        return factors;
    }

    private boolean secondFactorGiven(OidcIdToken token) {
        List<String> methods =
                Optional.ofNullable(token.getAuthenticationMethods()).orElseGet(List::of);
        String level = token.getAuthenticationContextClass();
        return (level != null && settings.secondFactorAcr().contains(level))
                || methods.stream().anyMatch(settings.secondFactorAmr()::contains);
    }
}
