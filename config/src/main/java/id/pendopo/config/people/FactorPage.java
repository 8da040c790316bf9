package id.pendopo.config.people;

import id.pendopo.config.security.Users;
import id.pendopo.config.security.factor.FactorSession;
import id.pendopo.config.security.factor.GivenFactors;
import id.pendopo.config.security.factor.SecondFactors;
import id.pendopo.config.security.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    static final String HERE = "redirect:/password/factor";

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final FactorSession session;
    private final Users users;
    private final FreshProof proof;
    private final FactorView view;

    FactorPage(
            SecondFactors factors,
            Passkeys passkeys,
            FactorSession session,
            Users users,
            FreshProof proof,
            FactorView view) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.session = session;
        this.users = users;
        this.proof = proof;
        this.view = view;
    }

    @GetMapping
    String show(Authentication who, Model model, Locale language) {
        return view.show(Optional.empty(), who, model, language);
    }

    @PostMapping("/begin")
    String begin(
            FreshProof.Given given,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale language) {
        Optional<String> wrong = proof.wrong(who, given, request);
        if (wrong.isPresent()) {
            return view.refuse(wrong, who, response, model, language);
        }
        factors.begin(who.getName());
        return HERE;
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
            return view.refuse(Optional.of("confirm"), who, response, model, language);
        }
        session.add(GivenFactors.CODE, who, request, response);
        return view.handOut(codes.get(), model, language);
    }

    @PostMapping("/recovery")
    String renew(
            FreshProof.Given given,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale language) {
        Optional<String> wrong = factors.has(who.getName()) ? proof.wrong(who, given, request) : Optional.of("code");
        return wrong.isPresent()
                ? view.refuse(wrong, who, response, model, language)
                : view.handOut(factors.renewRecoveryCodes(who.getName()), model, language);
    }

    @PostMapping("/remove")
    String remove(
            FreshProof.Given given,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next,
            Locale language) {
        String login = who.getName();
        Optional<String> wrong = users.needsFactor(login) && !passkeys.any(login)
                ? Optional.of("needed")
                : proof.wrong(who, given, request);
        if (wrong.isPresent()) {
            return view.refuse(wrong, who, response, model, language);
        }
        factors.removeApp(login);
        next.addFlashAttribute("notice", "config.factor.removed");
        return HERE;
    }
}
