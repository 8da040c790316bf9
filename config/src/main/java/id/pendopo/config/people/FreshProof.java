package id.pendopo.config.people;

import id.pendopo.config.security.PendingStep;
import id.pendopo.config.security.People;
import id.pendopo.config.security.factor.GivenFactors;
import id.pendopo.config.security.factor.PasskeyFactor;
import id.pendopo.config.security.factor.SecondFactors;
import id.pendopo.config.security.factor.SecondFactors.Judgement;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * The re-authentication ahead of a change of factors: a code or a passkey of those that are there, or without any the password.
 * Whoever took over an open session shall not bind their own telephone to the account.
 */
@Component
class FreshProof {

    private final SecondFactors factors;
    private final PasskeyFactor passkeys;
    private final People people;

    FreshProof(SecondFactors factors, PasskeyFactor passkeys, People people) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.people = people;
    }

    /**
     * What a form brought along.
     *
     * @param code of the app, or a recovery code
     * @param current the password
     * @param assertion a passkey's answer, as JSON
     */
    record Given(Optional<String> code, Optional<String> current, Optional<String> assertion) {

        @Override
        public String toString() {
            return "Given[REDACTED]";
        }
    }

    /** Whether the password is asked for, where there is no factor; whoever must set one up has just given it. */
    static boolean asksPassword(Authentication who) {
        return GivenFactors.of(who).password() && !PendingStep.SET_UP_FACTOR.awaits(who);
    }

    /** @return the last part of the message that says what is wrong; empty when it will do */
    Optional<String> wrong(Authentication who, Given given, HttpServletRequest request) {
        String login = who.getName();
        if (!factors.has(login)) {
            return !asksPassword(who)
                            || people.isPassword(login, given.current().orElse(""))
                    ? Optional.empty()
                    : Optional.of("current");
        }
        return given.assertion()
                .filter(answer -> !answer.isEmpty())
                .map(answer -> wrong(passkeys.judge(login, answer, request), "passkey"))
                .orElseGet(() -> wrong(factors.judge(login, given.code().orElse("")), "code"));
    }

    static Optional<String> wrong(Judgement judgement, String what) {
        return switch (judgement) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(what);
            case LIMITED -> Optional.of("limited");
        };
    }
}
