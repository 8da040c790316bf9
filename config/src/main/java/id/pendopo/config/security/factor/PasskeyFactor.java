package id.pendopo.config.security.factor;

import id.pendopo.config.security.factor.SecondFactors.Judgement;
import id.pendopo.config.security.passkeys.PasskeyRefused;
import id.pendopo.config.security.passkeys.Passkeys;
import id.pendopo.ui.ChangeLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Passkeys as second factors: added, proved and removed by the rules of the other ones, and written down. */
@Component
public class PasskeyFactor {

    private static final String FIELD = "config.people.passkey";

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final RecoveryCodes recovery;
    private final ChangeLog changes;
    private final TransactionOperations transactions;

    PasskeyFactor(
            Passkeys passkeys,
            SecondFactors factors,
            RecoveryCodes recovery,
            ChangeLog changes,
            TransactionOperations transactions) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.recovery = recovery;
        this.changes = changes;
        this.transactions = transactions;
    }

    /**
     * Adds what the browser answered to {@link Passkeys#beginRegistration}.
     *
     * @return recovery codes, shown this once, where it is somebody's first factor; else none
     * @throws PasskeyRefused it cannot be added, and nothing was done
     */
    public List<String> add(String login, String label, String answer, HttpServletRequest request) {
        boolean first = !factors.has(login);
        List<RecoveryCodes.Drawn> codes = first ? recovery.draw() : List.of();
        return transactions.execute(_ -> {
            passkeys.register(login, label, answer, request);
            if (first) {
                recovery.replace(login, codes);
            }
            changes.record(new ChangeLog.Change(login, SecondFactors.KIND, login, Map.of(), Map.of(FIELD, label)));
            return RecoveryCodes.shown(codes);
        });
    }

    /** Looks at a proof by passkey; wrong ones count with wrong codes. */
    public Judgement judge(String login, String answer, HttpServletRequest request) {
        return factors.judge(login, () -> proves(login, answer, request));
    }

    private boolean proves(String login, String answer, HttpServletRequest request) {
        try {
            passkeys.prove(login, answer, request);
            return true;
        } catch (PasskeyRefused wrong) {
            return false;
        }
    }

    /** Removes one's own passkey; the session goes on. Recovery codes go with the last factor. */
    public void remove(String login, String key) {
        transactions.executeWithoutResult(_ -> passkeys.remove(login, key).ifPresent(gone -> {
            changes.record(
                    new ChangeLog.Change(login, SecondFactors.KIND, login, Map.of(FIELD, gone.label()), Map.of()));
            factors.forgetCodesOfNothing(login);
        }));
    }
}
