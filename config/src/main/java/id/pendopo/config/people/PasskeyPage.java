package id.pendopo.config.people;

import id.pendopo.config.security.Users;
import id.pendopo.config.security.factor.FactorSession;
import id.pendopo.config.security.factor.GivenFactors;
import id.pendopo.config.security.factor.PasskeyFactor;
import id.pendopo.config.security.factor.SecondFactors;
import id.pendopo.config.security.passkeys.Passkey;
import id.pendopo.config.security.passkeys.PasskeyRefused;
import id.pendopo.config.security.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The passkeys on one's own page of factors: added in two steps with the browser between them, and removed. */
@Controller
@RequestMapping("/password/factor/passkeys")
class PasskeyPage {

    private static final int LABEL = 60;

    private final Passkeys passkeys;
    private final PasskeyFactor factor;
    private final SecondFactors factors;
    private final FactorSession session;
    private final Users users;
    private final FreshProof proof;
    private final FactorView view;
    private final Choices choices;

    PasskeyPage(
            Passkeys passkeys,
            PasskeyFactor factor,
            SecondFactors factors,
            FactorSession session,
            Users users,
            FreshProof proof,
            FactorView view,
            Choices choices) {
        this.passkeys = passkeys;
        this.factor = factor;
        this.factors = factors;
        this.session = session;
        this.users = users;
        this.proof = proof;
        this.view = view;
        this.choices = choices;
    }

    /** What the browser is asked for to prove one of those that are there. */
    @PostMapping("/proof")
    ResponseEntity<String> prove(Authentication who, HttpServletRequest request) {
        return passkeys.usable()
                ? json(passkeys.beginProof(who.getName(), request))
                : ResponseEntity.notFound().build();
    }

    /** What the browser is asked for to make a new one; or as a text what is wrong with the proof. */
    @PostMapping("/begin")
    ResponseEntity<String> begin(
            FreshProof.Given given, Authentication who, HttpServletRequest request, Locale language) {
        if (!passkeys.usable()) {
            return ResponseEntity.notFound().build();
        }
        Optional<String> wrong = passkeys.of(who.getName()).size() >= Passkeys.MOST
                ? Optional.of("most")
                : proof.wrong(who, given, request);
        return wrong.map(what -> ResponseEntity.unprocessableContent()
                        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                        .body(choices.say("config.factor." + what, language)))
                .orElseGet(() -> json(passkeys.beginRegistration(who.getName(), request)));
    }

    static ResponseEntity<String> json(String options) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(options);
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String credential,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next,
            Locale language) {
        try {
            List<String> codes = factor.add(who.getName(), named(label, language), credential, request);
            session.add(GivenFactors.PASSKEY, who, request, response);
            if (!codes.isEmpty()) {
                return view.handOut(codes, model, language);
            }
        } catch (PasskeyRefused wrong) {
            return view.refuse(Optional.of("passkey"), who, response, model, language);
        }
        next.addFlashAttribute("notice", "config.passkey.added");
        return FactorPage.HERE;
    }

    private String named(String typed, Locale language) {
        String label = typed.isBlank() ? choices.say("config.passkey.unnamed", language) : typed.strip();
        return label.codePointCount(0, label.length()) <= LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LABEL));
    }

    @PostMapping("/remove")
    String remove(
            @RequestParam String key,
            FreshProof.Given given,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next,
            Locale language) {
        Optional<String> wrong = needed(who.getName(), key) ? Optional.of("needed") : proof.wrong(who, given, request);
        if (wrong.isPresent()) {
            return view.refuse(wrong, who, response, model, language);
        }
        factor.remove(who.getName(), key);
        next.addFlashAttribute("notice", "config.passkey.removed");
        return FactorPage.HERE;
    }

    private boolean needed(String login, String key) {
        List<Passkey> keys = passkeys.of(login);
        return users.needsFactor(login)
                && factors.appSince(login).isEmpty()
                && keys.stream().allMatch(one -> one.key().equals(key));
    }
}
