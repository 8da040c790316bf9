package id.pendopo.config.security;

import id.pendopo.config.security.factor.GivenFactors;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** The target page of a log-in: what is to be done first, or where somebody's work begins. */
@Component
public final class Landing {

    private final Users users;
    private final Menu menu;

    Landing(Users users, Menu menu) {
        this.users = users;
        this.menu = menu;
    }

    public String of(Authentication who) {
        List<String> now = users.authorities(who.getName(), GivenFactors.of(who));
        return PendingStep.of(now)
                .map(PendingStep::page)
                .orElseGet(() -> menu.home(UsernamePasswordAuthenticationToken.authenticated(
                        who.getName(), "", AuthorityUtils.createAuthorityList(now))));
    }
}
