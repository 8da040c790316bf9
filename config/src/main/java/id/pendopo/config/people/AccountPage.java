package id.pendopo.config.people;

import id.pendopo.config.security.Landing;
import id.pendopo.config.security.PendingStep;
import id.pendopo.config.security.People;
import id.pendopo.config.security.factor.SecondFactors;
import id.pendopo.config.sessions.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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

/** Everybody's page of their own account: the password, and where they are logged in. */
@Controller
@RequestMapping("/password")
class AccountPage {

    private final People people;
    private final Sessions sessions;
    private final SessionLines lines;
    private final Landing landing;
    private final Choices choices;
    private final SecondFactors factors;
    private final PasswordRules rules;

    AccountPage(
            People people,
            PasswordRules rules,
            Sessions sessions,
            SessionLines lines,
            Landing landing,
            Choices choices,
            SecondFactors factors) {
        this.factors = factors;
        this.rules = rules;
        this.people = people;
        this.sessions = sessions;
        this.lines = lines;
        this.landing = landing;
        this.choices = choices;
    }

    @GetMapping
    String show(Authentication who, HttpServletRequest request, Model model, Locale language) {
        return show(Optional.empty(), who, request, model, language);
    }

    /** @param wrong the last part of the message that says what is wrong */
    private String show(
            Optional<String> wrong, Authentication who, HttpServletRequest request, Model model, Locale language) {
        model.addAttribute("title", choices.say("config.password.title", language));
        model.addAttribute("handedOut", PendingStep.CHOOSE_PASSWORD.awaits(who));
        model.addAttribute("wrong", wrong.orElse(""));
        model.addAttribute("factor", factors.has(who.getName()));
        model.addAttribute("sessions", lines.of(who.getName(), id(request), language));
        return "config/password";
    }

    private static String id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next,
            Locale language) {
        boolean handedOut = PendingStep.CHOOSE_PASSWORD.awaits(who);
        Optional<String> wrong = rules.wrong(who.getName(), password, current, handedOut);
        if (wrong.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(wrong, who, request, model, language);
        }
        people.choosePassword(who.getName(), password, id(request));
        request.changeSessionId();
        if (handedOut) {
            return "redirect:" + landing.of(who);
        }
        next.addFlashAttribute("notice", "config.password.changed");
        return "redirect:/password";
    }

    @PostMapping("/sessions/end")
    String end(@RequestParam String key, Authentication who, RedirectAttributes next) {
        sessions.end(who.getName(), key);
        return ended(next);
    }

    @PostMapping("/sessions/end-others")
    String endOthers(Authentication who, HttpServletRequest request, RedirectAttributes next) {
        sessions.endOthers(who.getName(), id(request));
        return ended(next);
    }

    private static String ended(RedirectAttributes next) {
        next.addFlashAttribute("notice", "config.sessions.ended");
        return "redirect:/password";
    }
}
