package id.pendopo.config.security.factor;

import id.pendopo.config.secrets.Encryption;
import id.pendopo.config.security.passkeys.Passkeys;
import id.pendopo.config.sessions.Sessions;
import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.SecretCipher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The second factors of people: set up, proved at a log-in, replaced, taken off. Codes are asked for after the password. */
@Component
public class SecondFactors {

    static final String KIND = "config.change.person";
    private static final String FIELD = "config.people.factor";
    private static final String APP = "config.people.factor.app";
    private static final String PASSKEYS = "config.people.passkeys";
    private static final String NONE = "config.people.factor.none";

    private static final int TRIES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Logger log = LoggerFactory.getLogger(SecondFactors.class);

    private final FactorRecords records;
    private final RecoveryCodes recovery;
    private final Passkeys passkeys;
    private final Encryption encryption;
    private final Sessions sessions;
    private final ChangeLog changes;
    private final TransactionOperations transactions;
    private final Totp totp;

    SecondFactors(
            FactorRecords records,
            RecoveryCodes recovery,
            Passkeys passkeys,
            Encryption encryption,
            Sessions sessions,
            ChangeLog changes,
            TransactionOperations transactions,
            Clock clock) {
        this.records = records;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.encryption = encryption;
        this.sessions = sessions;
        this.changes = changes;
        this.transactions = transactions;
        this.totp = new Totp(clock);
    }

    /** How a code was judged. */
    public enum Judgement {
        RIGHT,
        WRONG,
        /** Too many were tried: nothing is looked at for a quarter of an hour. */
        LIMITED
    }

    /** Whether somebody has an authenticator app or a passkey. */
    public boolean has(String login) {
        return appSince(login).isPresent() || passkeys.any(login);
    }

    /** Since when somebody has an authenticator app. */
    public Optional<Instant> appSince(String login) {
        return records.since(login);
    }

    /** How many recovery codes are left. */
    public int recoveryCodes(String login) {
        return recovery.left(login);
    }

    /** Draws a secret that is somebody's once they confirm it; an earlier one goes on until then. */
    public void begin(String login) {
        records.begin(login, encryption.encrypt(TotpSecret.draw().bytes(), row(login)));
    }

    /** The secret that was begun within the hour. */
    public Optional<TotpSecret> begun(String login) {
        return records.begun(login).map(stored -> opened(login, stored));
    }

    public void giveUp(String login) {
        records.giveUp(login);
    }

    /**
     * Makes the secret that was begun the second factor, once its app shows the right code.
     *
     * @return the recovery codes, shown this once; empty when the code was wrong
     */
    public Optional<List<String>> confirm(String login, String typed) {
        Optional<byte[]> stored = records.begun(login);
        OptionalLong step = stored.map(begun -> totp.step(opened(login, begun), digits(typed)))
                .orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<RecoveryCodes.Drawn> codes = recovery.draw();
        return transactions.execute(_ -> {
            String before = appSince(login).isPresent() ? APP : NONE;
            if (!records.confirm(login, stored.orElseThrow(), step.getAsLong())) {
                return Optional.empty();
            }
            recovery.replace(login, codes);
            changes.record(change(login, login, before, "config.people.factor.app.new"));
            return Optional.of(RecoveryCodes.shown(codes));
        });
    }

    /** Looks at a code of the app, or a recovery code; either works once. */
    public Judgement judge(String login, String typed) {
        return judge(login, () -> isCode(login, digits(typed)) || recovery.use(login, typed));
    }

    /** Looks at any proof, which counts as a try before. */
    Judgement judge(String login, BooleanSupplier proof) {
        if (records.tried(login, WINDOW) > TRIES) {
            log.info("A second factor was not looked at: too many were tried for that name");
            return Judgement.LIMITED;
        }
        if (proof.getAsBoolean()) {
            records.right(login);
            return Judgement.RIGHT;
        }
        log.info("A second factor was wrong");
        return Judgement.WRONG;
    }

    private boolean isCode(String login, String typed) {
        try {
            OptionalLong step = records.secret(login)
                    .map(stored -> totp.step(opened(login, stored), typed))
                    .orElse(OptionalLong.empty());
            return step.isPresent() && records.useUp(login, step.getAsLong());
        } catch (SecretCipher.Undecipherable otherKey) {
            log.warn(
                    "A second factor cannot be read here: give this node the PENDOPO_MASTER_KEY, or the file master.key in"
                            + " its data folder, that it was set up with. Recovery codes work meanwhile.");
            return false;
        }
    }

    /** @return ten new recovery codes, shown this once; the earlier ones work no more */
    public List<String> renewRecoveryCodes(String login) {
        List<RecoveryCodes.Drawn> codes = recovery.draw();
        transactions.executeWithoutResult(_ -> {
            recovery.replace(login, codes);
            changes.record(change(login, login, "config.people.factor.codes", "config.people.factor.codes.new"));
        });
        return RecoveryCodes.shown(codes);
    }

    /**
     * Takes somebody's second factors off, as when the telephone is lost, passkeys too; their sessions end. Joins the caller's
     * transaction.
     *
     * @param by who does it
     */
    public void takeOff(String login, String by) {
        transactions.executeWithoutResult(_ -> {
            boolean had = has(login);
            String before = appSince(login).isPresent() ? APP : PASSKEYS;
            forget(login);
            if (had) {
                changes.record(change(by, login, before, NONE));
            }
            sessions.endAll(login);
        });
    }

    private void forget(String login) {
        records.remove(login);
        recovery.remove(login);
        passkeys.removeAll(login);
    }

    /** Takes one's own authenticator app off; the session goes on. Recovery codes go with the last factor. */
    public void removeApp(String login) {
        transactions.executeWithoutResult(_ -> {
            boolean had = appSince(login).isPresent();
            records.remove(login);
            forgetCodesOfNothing(login);
            if (had) {
                changes.record(change(login, login, APP, NONE));
            }
        });
    }

    void forgetCodesOfNothing(String login) {
        if (!has(login)) {
            recovery.remove(login);
        }
    }

    private static ChangeLog.Change change(String by, String login, String before, String after) {
        return new ChangeLog.Change(by, KIND, login, Map.of(FIELD, before), Map.of(FIELD, after));
    }

    private TotpSecret opened(String login, byte[] stored) {
        return new TotpSecret(encryption.decrypt(stored, row(login)));
    }

    private static String row(String login) {
        return "second_factor/" + login;
    }

    /** {@code 123 456} as apps show it. */
    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
