package id.pendopo.config.people;

import id.pendopo.config.AgencyProperties;
import id.pendopo.config.security.PendingStep;
import id.pendopo.config.security.People;
import id.pendopo.config.security.Users;
import id.pendopo.config.security.factor.FactorSession;
import id.pendopo.config.security.factor.GivenFactors;
import id.pendopo.config.security.factor.SecondFactors;
import id.pendopo.config.security.factor.SecondFactors.Judgement;
import id.pendopo.config.security.factor.TotpSecret;
import id.pendopo.ui.QrPicture;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's page of their own second factor: an authenticator app and recovery codes. A secret is shown until it is confirmed, codes once. */
@Controller
@RequestMapping("/password/factor")
class FactorPage {

    private static final String HERE = "redirect:/password/factor";

    private final SecondFactors factors;
    private final FactorSession session;
    private final Users users;
    private final People people;
    private final Choices choices;
    private final AgencyProperties agency;

    FactorPage(
            SecondFactors factors,
            FactorSession session,
            Users users,
            People people,
            Choices choices,
            AgencyProperties agency) {
        this.factors = factors;
        this.session = session;
        this.users = users;
        this.people = people;
        this.choices = choices;
        this.agency = agency;
    }

    @GetMapping
    String show(Authentication who, Model model, Locale language) {
        return show(Optional.empty(), who, model, language);
    }

    /** @param wrong the last part of the message that says what is wrong */
    private String show(Optional<String> wrong, Authentication who, Model model, Locale language) {
        String login = who.getName();
        model.addAttribute("title", choices.say("config.factor.title", language));
        model.addAttribute("wrong", wrong.orElse(""));
        model.addAttribute("forced", PendingStep.SET_UP_FACTOR.awaits(who));
        model.addAttribute("needed", users.needsFactor(login));
        model.addAttribute("asksPassword", asksPassword(who));
        factors.begun(login).ifPresent(secret -> picture(secret, login, model));
        factors.status(login).ifPresent(status -> {
            model.addAttribute("since", choices.time(status.since(), language));
            model.addAttribute("left", status.recoveryCodes());
        });
        return "config/factor";
    }

    private void picture(TotpSecret secret, String login, Model model) {
        model.addAttribute("picture", QrPicture.of(secret.uri(agency.name(), login)));
        model.addAttribute("secret", secret.grouped());
    }

    /** Whoever took over an open session shall not bind their own telephone to the account. */
    private static boolean asksPassword(Authentication who) {
        return GivenFactors.of(who).password() && !PendingStep.SET_UP_FACTOR.awaits(who);
    }

    /** @param code of the present second factor, where there is one; otherwise the password is asked for */
    @PostMapping("/begin")
    String begin(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String current,
            Authentication who,
            HttpServletResponse response,
            Model model,
            Locale language) {
        Optional<String> wrong = factors.has(who.getName()) ? wrong(who, code) : wrongPassword(who, current);
        if (wrong.isPresent()) {
            return refuse(wrong, who, response, model, language);
        }
        factors.begin(who.getName());
        return HERE;
    }

    private Optional<String> wrongPassword(Authentication who, String current) {
        return !asksPassword(who) || people.isPassword(who.getName(), current)
                ? Optional.empty()
                : Optional.of("current");
    }

    private Optional<String> wrong(Authentication who, String code) {
        return wrong(factors.judge(who.getName(), code));
    }

    static Optional<String> wrong(Judgement judgement) {
        return switch (judgement) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of("code");
            case LIMITED -> Optional.of("limited");
        };
    }

    private String refuse(
            Optional<String> wrong, Authentication who, HttpServletResponse response, Model model, Locale language) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(wrong, who, model, language);
    }

    @PostMapping("/give-up")
    String giveUp(Authentication who) {
        factors.giveUp(who.getName());
        return HERE;
    }

    @PostMapping("/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale language) {
        Optional<List<String>> codes = factors.confirm(who.getName(), code);
        if (codes.isEmpty()) {
            return refuse(Optional.of("confirm"), who, response, model, language);
        }
        session.add(GivenFactors.CODE, who, request, response);
        return handOut(codes.get(), model, language);
    }

    private String handOut(List<String> codes, Model model, Locale language) {
        model.addAttribute("title", choices.say("config.factor.codes.title", language));
        model.addAttribute("codes", codes);
        return "config/recovery-codes";
    }

    @PostMapping("/recovery")
    String renew(
            @RequestParam(defaultValue = "") String code,
            Authentication who,
            HttpServletResponse response,
            Model model,
            Locale language) {
        Optional<String> wrong = wrong(who, code);
        return wrong.isPresent()
                ? refuse(wrong, who, response, model, language)
                : handOut(factors.renewRecoveryCodes(who.getName()), model, language);
    }

    @PostMapping("/remove")
    String remove(
            @RequestParam(defaultValue = "") String code,
            Authentication who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next,
            Locale language) {
        Optional<String> wrong = users.needsFactor(who.getName()) ? Optional.of("needed") : wrong(who, code);
        if (wrong.isPresent()) {
            return refuse(wrong, who, response, model, language);
        }
        factors.remove(who.getName(), who.getName());
        next.addFlashAttribute("notice", "config.factor.removed");
        return HERE;
    }
}
