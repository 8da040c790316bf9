package id.pendopo.config.security.passkeys;

import com.webauthn4j.util.exception.WebAuthnException;
import id.pendopo.config.AgencyProperties;
import id.pendopo.config.security.passkeys.Challenges.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The passkeys of people: what a browser is asked for, and what its answer is worth. Each challenge takes one answer. */
@Component
public class Passkeys {

    /** A person's devices; more are somebody else's. */
    public static final int MOST = 10;

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

    private final RelyingParty desk;
    private final PasskeyUsers users;
    private final PasskeyRecords records;
    private final Challenges challenges;
    private final CeremonyOptions options;
    private final WebAuthnRelyingPartyOperations operations;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            RelyingParty desk,
            PasskeyUsers users,
            PasskeyRecords records,
            Challenges challenges,
            AgencyProperties agency) {
        this.desk = desk;
        this.users = users;
        this.records = records;
        this.challenges = challenges;
        PublicKeyCredentialRpEntity entity = PublicKeyCredentialRpEntity.builder()
                .id(desk.id())
                .name(agency.name())
                .build();
        this.options = new CeremonyOptions(entity);
        this.operations = new Webauthn4JRelyingPartyOperations(users, records, entity, Set.of(desk.origin()));
    }

    /** Whether browsers offer passkeys at the public address. */
    public boolean usable() {
        return desk.usable();
    }

    public boolean any(String login) {
        return records.any(login);
    }

    /** Somebody's passkeys, the oldest first. */
    public List<Passkey> of(String login) {
        return records.of(login);
    }

    /** @return the creation options as JSON, for {@code navigator.credentials.create} */
    public String beginRegistration(String login, HttpServletRequest request) {
        PublicKeyCredentialUserEntity user = users.of(login);
        Bytes challenge = challenges.draw(Purpose.REGISTER, login, request);
        return json.writeValueAsString(options.registration(user, records.findByUserId(user.getId()), challenge));
    }

    /**
     * Registers what the browser answered.
     *
     * @param label 1 to 60 characters
     * @throws PasskeyRefused nothing was asked for, it is for another address, or it is registered already
     */
    public void register(String login, String label, String answer, HttpServletRequest request) {
        Bytes challenge = taken(Purpose.REGISTER, login, request);
        checked(Optional.of(login), () -> {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    json.readValue(answer, new TypeReference<>() {});
            return operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    options.registration(users.of(login), List.of(), challenge),
                    new RelyingPartyPublicKey(credential, label)));
        });
    }

    /** @return the request options as JSON, for {@code navigator.credentials.get}, of this person's passkeys */
    public String beginProof(String login, HttpServletRequest request) {
        Bytes challenge = challenges.draw(Purpose.PROVE, login, request);
        return json.writeValueAsString(options.proof(credentials(login), challenge));
    }

    private List<CredentialRecord> credentials(String login) {
        return users.find(login).map(user -> records.findByUserId(user.getId())).orElse(List.of());
    }

    /**
     * Looks at a proof of somebody who is known.
     *
     * @throws PasskeyRefused it is none, or of another's passkey
     */
    public void prove(String login, String answer, HttpServletRequest request) {
        Bytes challenge = taken(Purpose.PROVE, login, request);
        Answer read = read(answer);
        if (!read.owner().equals(Optional.of(login))) {
            throw refused("it is not one of theirs", Optional.of(login));
        }
        verify(read, options.proof(List.of(), challenge));
    }

    /** @return the request options as JSON, for {@code navigator.credentials.get}, of anybody's passkeys */
    public String beginLogIn(HttpServletRequest request) {
        return json.writeValueAsString(options.logIn(challenges.draw(Purpose.LOG_IN, "", request)));
    }

    /**
     * An answer that was read and not verified.
     *
     * @param owner whose passkey it claims to be; empty when it is registered by nobody
     */
    record Answer(PublicKeyCredential<AuthenticatorAssertionResponse> credential, Optional<String> owner) {}

    /** @throws PasskeyRefused it is no answer */
    Answer read(String answer) {
        return checked(Optional.empty(), () -> {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    json.readValue(answer, new TypeReference<>() {});
            return new Answer(credential, records.owner(credential.getRawId()));
        });
    }

    /** @throws PasskeyRefused it opens nothing */
    void verifyLogIn(Answer answer, HttpServletRequest request) {
        verify(answer, options.logIn(taken(Purpose.LOG_IN, "", request)));
    }

    private void verify(Answer answer, PublicKeyCredentialRequestOptions asked) {
        checked(
                answer.owner(),
                () -> operations.authenticate(new RelyingPartyAuthenticationRequest(asked, answer.credential())));
    }

    private Bytes taken(Purpose purpose, String login, HttpServletRequest request) {
        return challenges
                .take(purpose, login, request)
                .orElseThrow(() ->
                        refused("nothing was asked for", Optional.of(login).filter(name -> !name.isEmpty())));
    }

    /** What the libraries say of a bad answer; it names nobody. */
    private static <T> T checked(Optional<String> owner, Supplier<T> ceremony) {
        try {
            return ceremony.get();
        } catch (WebAuthnException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException
                | DuplicateKeyException bad) {
            throw refused(bad.getClass().getSimpleName(), owner);
        }
    }

    private static PasskeyRefused refused(String why, Optional<String> owner) {
        log.info("A passkey was refused: {}", why);
        return new PasskeyRefused(why, owner);
    }

    /** @return the one that was removed; empty when this person has none of that key */
    public Optional<Passkey> remove(String login, String key) {
        Optional<Passkey> found =
                of(login).stream().filter(one -> one.key().equals(key)).findFirst();
        found.ifPresent(one -> records.delete(Bytes.fromBase64(one.key())));
        return found;
    }

    /** Removes all of somebody's, and what their authenticators knew them by. */
    public void removeAll(String login) {
        users.find(login).ifPresent(user -> users.delete(user.getId()));
    }
}
