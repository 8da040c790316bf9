package id.pendopo.config.security.passkeys;

import id.pendopo.config.security.attempts.LoginAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** The log-in by a passkey alone, without a name and a password: the authenticator has verified its user, so that it is both factors. */
@Component
public class PasskeyLogin {

    public static final String PATH = "/login/passkey";

    private final Passkeys passkeys;
    private final LoginAttempts attempts;

    PasskeyLogin(Passkeys passkeys, LoginAttempts attempts) {
        this.passkeys = passkeys;
        this.attempts = attempts;
    }

    /** Adds the log-in to the chain of people. */
    public <R extends AuthenticationSuccessHandler & AuthenticationFailureHandler> void into(
            HttpSecurity http, UserDetailsService people, R results) {
        Filter filter = new Filter(people);
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        filter.setAuthenticationSuccessHandler(results);
        filter.setAuthenticationFailureHandler(results);
        http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class);
    }

    /** Whoever is locked out there by wrong passwords is so for passkeys; it counts as no further try. */
    private String judge(HttpServletRequest request, UserDetailsService people) {
        String assertion =
                Optional.ofNullable(request.getParameter("assertion")).orElse("");
        Passkeys.Answer answer = passkeys.read(assertion);
        String login = answer.owner().orElseThrow(() -> new PasskeyRefused("nobody's", Optional.empty()));
        if (attempts.locked(login, request)) {
            throw new PasskeyRefused("locked", Optional.empty());
        }
        passkeys.verifyLogIn(answer, request);
        if (!people.loadUserByUsername(login).isEnabled()) {
            throw new PasskeyRefused("disabled", answer.owner());
        }
        return login;
    }

    private final class Filter extends AbstractAuthenticationProcessingFilter {

        private final UserDetailsService people;

        Filter(UserDetailsService people) {
            super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PATH), who -> who);
            this.people = people;
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            return UsernamePasswordAuthenticationToken.authenticated(
                    judge(request, people),
                    "",
                    AuthorityUtils.createAuthorityList(FactorGrantedAuthority.WEBAUTHN_AUTHORITY));
        }
    }
}
