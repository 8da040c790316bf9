package id.pendopo.config.people;

import id.pendopo.config.security.passkeys.PasskeyLogin;
import id.pendopo.config.security.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a browser is asked for when somebody logs in by passkey: by it alone, or after the password. */
@RestController
class PasskeyLoginPage {

    private final Passkeys passkeys;

    PasskeyLoginPage(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @PostMapping(PasskeyLogin.PATH + "/begin")
    ResponseEntity<String> alone(HttpServletRequest request) {
        return passkeys.usable()
                ? PasskeyPage.json(passkeys.beginLogIn(request))
                : ResponseEntity.notFound().build();
    }

    @PostMapping("/login/factor/passkey/begin")
    ResponseEntity<String> second(Authentication who, HttpServletRequest request) {
        return passkeys.usable()
                ? PasskeyPage.json(passkeys.beginProof(who.getName(), request))
                : ResponseEntity.notFound().build();
    }
}
