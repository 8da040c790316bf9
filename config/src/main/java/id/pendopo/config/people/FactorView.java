package id.pendopo.config.people;

import id.pendopo.config.AgencyProperties;
import id.pendopo.config.security.PendingStep;
import id.pendopo.config.security.Users;
import id.pendopo.config.security.factor.SecondFactors;
import id.pendopo.config.security.factor.TotpSecret;
import id.pendopo.config.security.passkeys.Passkey;
import id.pendopo.config.security.passkeys.Passkeys;
import id.pendopo.ui.QrPicture;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The model of one's own page of factors: app, passkeys, recovery codes. */
@Component
class FactorView {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Users users;
    private final Choices choices;
    private final AgencyProperties agency;

    FactorView(SecondFactors factors, Passkeys passkeys, Users users, Choices choices, AgencyProperties agency) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.users = users;
        this.choices = choices;
        this.agency = agency;
    }

    /** A line of the list of passkeys; {@code used} may be empty. */
    record Line(String key, String label, String created, String used) {}

    /** @param wrong the last part of the message that says what is wrong */
    String show(Optional<String> wrong, Authentication who, Model model, Locale language) {
        String login = who.getName();
        List<Passkey> keys = passkeys.of(login);
        boolean needed = users.needsFactor(login);
        model.addAttribute("title", choices.say("config.factor.title", language));
        model.addAttribute("wrong", wrong.orElse(""));
        model.addAttribute("forced", PendingStep.SET_UP_FACTOR.awaits(who));
        model.addAttribute("asksPassword", FreshProof.asksPassword(who));
        model.addAttribute("has", factors.has(login));
        model.addAttribute("left", factors.recoveryCodes(login));
        model.addAttribute("usable", passkeys.usable());
        model.addAttribute("full", keys.size() >= Passkeys.MOST);
        model.addAttribute("keys", keys.stream().map(key -> line(key, language)).toList());
        factors.begun(login).ifPresent(secret -> picture(secret, login, model));
        factors.appSince(login).ifPresent(since -> model.addAttribute("since", choices.time(since, language)));
        model.addAttribute("appNeeded", needed && keys.isEmpty());
        model.addAttribute(
                "keyNeeded",
                needed && keys.size() == 1 && factors.appSince(login).isEmpty());
        return "config/factor";
    }

    private Line line(Passkey key, Locale language) {
        return new Line(
                key.key(),
                key.label(),
                choices.time(key.created(), language),
                key.used().map(used -> choices.time(used, language)).orElse(""));
    }

    private void picture(TotpSecret secret, String login, Model model) {
        model.addAttribute("picture", QrPicture.of(secret.uri(agency.name(), login)));
        model.addAttribute("secret", secret.grouped());
    }

    String refuse(
            Optional<String> wrong, Authentication who, HttpServletResponse response, Model model, Locale language) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(wrong, who, model, language);
    }

    /** Recovery codes, this once. */
    String handOut(List<String> codes, Model model, Locale language) {
        model.addAttribute("title", choices.say("config.factor.codes.title", language));
        model.addAttribute("codes", codes);
        return "config/recovery-codes";
    }
}
