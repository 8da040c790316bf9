package id.pendopo.config.security;

import id.pendopo.config.security.factor.FactorPolicy;
import id.pendopo.config.security.factor.GivenFactors;
import id.pendopo.config.security.factor.SecondFactors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The user details service: who logs in, and with which authorities. */
@Component
public class Users implements UserDetailsService {

    /** What whoever works here holds beside what their roles open: their own account. */
    static final String ACCOUNT = "account";

    private final JdbcClient jdbc;
    private final SecondFactors factors;
    private final FactorPolicy policy;

    Users(
            JdbcClient jdbc,
            SecondFactors factors,
            @Value("${pendopo.security.second-factor:required}") FactorPolicy policy) {
        this.jdbc = jdbc;
        this.factors = factors;
        this.policy = policy;
    }

    /** What the account of somebody says about what they may do. */
    private record Access(Roles roles, boolean oneTime) {}

    /**
     * What somebody who is logged in may do at this moment; nothing for whoever has no account, or one that is disabled.
     *
     * @param given what their session has proved
     */
    List<String> authorities(String login, GivenFactors given) {
        return access(login).map(access -> authorities(login, access, given)).orElse(List.of());
    }

    private List<String> authorities(String login, Access access, GivenFactors given) {
        return pending(login, access, given)
                .map(step -> List.of(step.authority()))
                .orElseGet(() -> Stream.concat(access.roles().authorities().stream(), Stream.of(ACCOUNT))
                        .toList());
    }

    /** The second factor comes ahead of the password: who was handed one shall not choose another without it. */
    private Optional<PendingStep> pending(String login, Access access, GivenFactors given) {
        boolean has = given.second() || factors.has(login);
        if (has && !given.second()) {
            return Optional.of(PendingStep.GIVE_FACTOR);
        }
        if (access.oneTime() && given.password()) {
            return Optional.of(PendingStep.CHOOSE_PASSWORD);
        }
        return has || !required(access.roles()) ? Optional.empty() : Optional.of(PendingStep.SET_UP_FACTOR);
    }

    private boolean required(Roles roles) {
        return policy == FactorPolicy.REQUIRED && roles.needSecondFactor();
    }

    /** Whether somebody's roles need a second factor here. */
    public boolean needsFactor(String login) {
        return access(login).filter(access -> required(access.roles())).isPresent();
    }

    private Optional<Access> access(String login) {
        return jdbc.sql("select one_time, role, more_roles, unit, scope from app_user where login = :login and enabled")
                .param("login", login)
                .query((row, _) -> new Access(Grant.read(row).roles(), row.getBoolean("one_time")))
                .optional();
    }

    /**
     * Uses up the password of somebody who has just logged in, if it works once.
     *
     * @return false when somebody else has used it in the meantime
     */
    boolean useUp(String login) {
        return jdbc.sql("""
                        update app_user set one_time_used_at = now()
                         where login = :login and (not one_time or one_time_used_at is null)
                        """).param("login", login).update() > 0;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return known(login)
                .flatMap(name -> jdbc.sql("""
                                select login, password, enabled,
                                       one_time and (one_time_used_at is not null or one_time_until < now()) as expired
                                  from app_user u where login = :login
                                """)
                        .param("login", name)
                        .query((row, _) -> details(row))
                        .optional())
                .orElseThrow(() -> new UsernameNotFoundException("no such log-in"));
    }

    private static UserDetails details(ResultSet row) throws SQLException {
        return User.withUsername(row.getString("login"))
                .password(row.getString("password"))
                .disabled(!row.getBoolean("enabled"))
                .credentialsExpired(row.getBoolean("expired"))
                .authorities(new String[0])
                .build();
    }

    /** As names are stored; empty for what is no name, and may well be a password in the wrong field. */
    private static Optional<String> known(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(login -> Person.LOGIN.matcher(login).matches());
    }
}
