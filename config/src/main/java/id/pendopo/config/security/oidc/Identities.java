package id.pendopo.config.security.oidc;

import id.pendopo.ui.ChangeLog;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The repository of federated identities: which subject of the provider is whose account. Bound at the first log-in, so that a name
 * that the provider gives to somebody else later opens nothing.
 */
@Component
public class Identities {

    private static final String KIND = "config.change.person";
    private static final String FIELD = "config.people.office";
    private static final String BOUND = "config.people.office.bound";
    private static final String NONE = "config.people.office.none";

    private final JdbcClient jdbc;
    private final ChangeLog changes;
    private final TransactionOperations transactions;

    Identities(JdbcClient jdbc, ChangeLog changes, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.transactions = transactions;
    }

    Optional<String> login(String issuer, String subject) {
        return jdbc.sql("select login from office_identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    public boolean bound(String login) {
        return jdbc.sql("select exists (select from office_identity where login = :login)")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    /** False when the account is another subject's already, or the subject has another account. */
    boolean bind(String login, String issuer, String subject) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean bound = jdbc.sql("""
                            insert into office_identity (login, issuer, subject) values (:login, :issuer, :subject)
                            on conflict do nothing
                            """)
                            .param("login", login)
                            .param("issuer", issuer)
                            .param("subject", subject)
                            .update()
                    == 1;
            if (bound) {
                changes.record(new ChangeLog.Change(login, KIND, login, Map.of(FIELD, NONE), Map.of(FIELD, BOUND)));
            }
            return bound;
        }));
    }

    /** The next log-in by the provider binds the account anew, as when somebody got another account there. */
    public void unbind(String login, String by) {
        transactions.executeWithoutResult(_ -> {
            int unbound = jdbc.sql("delete from office_identity where login = :login")
                    .param("login", login)
                    .update();
            if (unbound > 0) {
                changes.record(new ChangeLog.Change(by, KIND, login, Map.of(FIELD, BOUND), Map.of(FIELD, NONE)));
            }
        });
    }
}
