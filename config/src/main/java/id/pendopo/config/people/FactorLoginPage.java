package id.pendopo.config.people;

import id.pendopo.config.security.Landing;
import id.pendopo.config.security.factor.FactorSession;
import id.pendopo.config.security.factor.GivenFactors;
import id.pendopo.config.security.factor.PasskeyFactor;
import id.pendopo.config.security.factor.SecondFactors;
import id.pendopo.config.security.oidc.OidcLogin;
import id.pendopo.config.security.oidc.Refusal;
import id.pendopo.config.security.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What of a log-in comes after the password, or instead: a code of the app, a recovery code, a passkey, the way to the office's provider. */
@Controller
@RequestMapping("/login")
class FactorLoginPage {

    private static final String DONE = "redirect:/login/done";

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final PasskeyFactor passkeyFactor;
    private final FactorSession session;
    private final Choices choices;
    private final Landing landing;
    private final OidcLogin office;

    FactorLoginPage(
            SecondFactors factors,
            Passkeys passkeys,
            PasskeyFactor passkeyFactor,
            FactorSession session,
            Choices choices,
            Landing landing,
            OidcLogin office) {
        this.passkeys = passkeys;
        this.passkeyFactor = passkeyFactor;
        this.office = office;
        this.landing = landing;
        this.factors = factors;
        this.session = session;
        this.choices = choices;
    }

    @GetMapping("/factor")
    String ask(Authentication who, Model model, Locale language) {
        model.addAttribute("passkeys", passkeys.usable() && passkeys.any(who.getName()));
        model.addAttribute("app", factors.appSince(who.getName()).isPresent());
        model.addAttribute("title", choices.say("config.factor.login.title", language));
        return "config/login-factor";
    }

    @PostMapping("/factor")
    String judge(
            @RequestParam(defaultValue = "") String code,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale language) {
        Optional<String> wrong = FreshProof.wrong(factors.judge(who.getName(), code), "code");
        if (wrong.isPresent()) {
            return refuse(wrong.get(), who, response, model, language);
        }
        session.add(GivenFactors.CODE, who, request, response);
        return DONE;
    }

    private String refuse(
            String wrong, Authentication who, HttpServletResponse response, Model model, Locale language) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", wrong);
        return ask(who, model, language);
    }

    @PostMapping("/factor/passkey")
    String judgePasskey(
            @RequestParam(defaultValue = "") String assertion,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale language) {
        Optional<String> wrong = FreshProof.wrong(passkeyFactor.judge(who.getName(), assertion, request), "passkey");
        if (wrong.isPresent()) {
            return refuse(wrong.get(), who, response, model, language);
        }
        session.add(GivenFactors.PASSKEY, who, request, response);
        return DONE;
    }

    /** The way to the office's provider, asked first whether it is there. */
    @GetMapping("/office")
    String office() {
        return office.configured() && office.reachable()
                ? "redirect:" + OidcLogin.BEGINS
                : "redirect:/login?office=" + Refusal.AWAY.key();
    }

    /** Where to go on from a log-in that is complete. */
    @GetMapping("/done")
    String done(@Nullable Authentication who) {
        return "redirect:" + (who == null ? "/login" : landing.of(who));
    }
}
