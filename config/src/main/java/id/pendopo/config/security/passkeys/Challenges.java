package id.pendopo.config.security.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The challenges that are under way, one in each browser's session, as a text: for one answer, for five minutes. */
@Component
class Challenges {

    static final Duration VALID = Duration.ofMinutes(5);

    private static final String NAME = "passkey-challenge";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock;

    Challenges(Clock clock) {
        this.clock = clock;
    }

    /** What a challenge was drawn for: an answer to one proves nothing at another. */
    enum Purpose {
        REGISTER,
        PROVE,
        LOG_IN
    }

    /**
     * What the session keeps.
     *
     * @param login of whom; empty at a log-in
     * @param until seconds since 1970
     */
    private record Kept(Purpose purpose, String login, String challenge, long until) {}

    Bytes draw(Purpose purpose, String login, HttpServletRequest request) {
        Bytes challenge = Bytes.random();
        long until = clock.instant().plus(VALID).getEpochSecond();
        request.getSession()
                .setAttribute(
                        NAME, json.writeValueAsString(new Kept(purpose, login, challenge.toBase64UrlString(), until)));
        return challenge;
    }

    /** Uses it up, whatever it was drawn for. */
    Optional<Bytes> take(Purpose purpose, String login, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof String text)) {
            return Optional.empty();
        }
        session.removeAttribute(NAME);
        return read(text)
                .filter(kept -> kept.purpose() == purpose && kept.login().equals(login))
                .filter(kept -> clock.instant().getEpochSecond() <= kept.until())
                .map(kept -> Bytes.fromBase64(kept.challenge()));
    }

    private Optional<Kept> read(String text) {
        try {
            return Optional.of(json.readValue(text, Kept.class));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
