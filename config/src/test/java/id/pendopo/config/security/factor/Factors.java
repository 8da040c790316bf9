package id.pendopo.config.security.factor;

import id.pendopo.config.secrets.MasterKeys;
import id.pendopo.config.security.passkeys.PasskeysOf;
import id.pendopo.config.sessions.Sessions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Second factors for tests elsewhere. */
public final class Factors {

    private Factors() {}

    public static SecondFactors of(JdbcClient jdbc, Path folder, DataSource database) {
        return new SecondFactors(
                new FactorRecords(jdbc),
                new RecoveryCodes(
                        jdbc,
                        new Pbkdf2PasswordEncoder(
                                "", 8, 10, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)),
                PasskeysOf.desk(jdbc),
                MasterKeys.encryption(folder),
                new Sessions(jdbc, _ -> {}),
                _ -> {},
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                Clock.systemUTC());
    }

    /** Somebody sets up an authenticator app. */
    public static void setUp(SecondFactors factors, String login) {
        factors.begin(login);
        AuthenticatorApp app =
                new AuthenticatorApp(factors.begun(login).orElseThrow().grouped());
        factors.confirm(login, app.code(Instant.now())).orElseThrow();
    }
}
