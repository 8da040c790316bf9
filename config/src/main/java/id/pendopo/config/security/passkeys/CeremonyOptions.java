package id.pendopo.config.security.passkeys;

import java.util.List;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;

/**
 * What a browser is asked for in each ceremony of <a href="https://www.w3.org/TR/webauthn-3/">WebAuthn</a>: to register, to prove
 * a second factor, to log in without a name. No attestation: which make an authenticator is of decides nothing here.
 */
record CeremonyOptions(PublicKeyCredentialRpEntity desk) {

    /** An older key without memory or PIN is a second factor as well; it opens nothing by itself. */
    PublicKeyCredentialCreationOptions registration(
            PublicKeyCredentialUserEntity user, List<CredentialRecord> present, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(desk)
                .user(user)
                .challenge(challenge)
                .attestation(AttestationConveyancePreference.NONE)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build())
                .excludeCredentials(descriptors(present))
                .timeout(Challenges.VALID)
                .build();
    }

    /** One of these passkeys, beside a password or in a session that is open. */
    PublicKeyCredentialRequestOptions proof(List<CredentialRecord> allowed, Bytes challenge) {
        return request(allowed, challenge, UserVerificationRequirement.PREFERRED);
    }

    /** Any passkey that verifies its user by PIN, finger or face: possession and person, which is two factors. */
    PublicKeyCredentialRequestOptions logIn(Bytes challenge) {
        return request(List.of(), challenge, UserVerificationRequirement.REQUIRED);
    }

    private PublicKeyCredentialRequestOptions request(
            List<CredentialRecord> allowed, Bytes challenge, UserVerificationRequirement verification) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(desk.getId())
                .challenge(challenge)
                .allowCredentials(descriptors(allowed))
                .userVerification(verification)
                .timeout(Challenges.VALID)
                .build();
    }

    private static List<PublicKeyCredentialDescriptor> descriptors(List<CredentialRecord> credentials) {
        return credentials.stream()
                .map(one -> PublicKeyCredentialDescriptor.builder()
                        .id(one.getCredentialId())
                        .transports(one.getTransports())
                        .build())
                .toList();
    }
}
