package id.pendopo.config.security.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Writes down in somebody's session that they proved a further factor; the session gets a new id, as at every log-in. */
@Component
public final class FactorSession {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    public void add(String factor, Authentication who, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        sessions.saveContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        who.getName(),
                        "",
                        AuthorityUtils.createAuthorityList(
                                GivenFactors.of(who).and(factor).names()))),
                request,
                response);
    }
}
