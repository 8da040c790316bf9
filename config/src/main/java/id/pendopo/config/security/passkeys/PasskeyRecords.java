package id.pendopo.config.security.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The repository of WebAuthn credentials: public keys and their counters. */
@Component
class PasskeyRecords implements UserCredentialRepository {

    private static final String OF_PERSON =
            " from passkey join passkey_user on handle = user_handle where login = :login ";

    private final JdbcClient jdbc;

    PasskeyRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any(String login) {
        return jdbc.sql("select exists (select" + OF_PERSON + ")")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    List<Passkey> of(String login) {
        return jdbc.sql("select credential_id, label, created_at, used_at" + OF_PERSON
                        + "order by created_at, credential_id")
                .param("login", login)
                .query((row, _) -> new Passkey(
                        new Bytes(row.getBytes("credential_id")).toBase64UrlString(),
                        row.getString("label"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    Optional<String> owner(Bytes id) {
        return jdbc.sql("select login from passkey join passkey_user on handle = user_handle where credential_id = :id")
                .param("id", id.getBytes())
                .query(String.class)
                .optional();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql("select * from passkey where credential_id = :id")
                .param("id", id.getBytes())
                .query((row, _) -> credential(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from passkey where user_handle = :handle")
                .param("handle", handle.getBytes())
                .query((row, _) -> credential(row))
                .list();
    }

    private static CredentialRecord credential(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("user_handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verifies_user"))
                .backupEligible(row.getBoolean("backup_able"))
                .backupState(row.getBoolean("backed_up"))
                .transports(transports(row.getString("transports")))
                .label(row.getString("label"))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String stored) {
        return Arrays.stream(stored.split(" "))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    /** Of two uses at once with one counter the second is refused, by the key of the table. */
    @Override
    public void save(CredentialRecord credential) {
        if (!used(credential)) {
            add(credential);
        }
    }

    private boolean used(CredentialRecord credential) {
        return jdbc.sql("""
                        update passkey set sign_count = :count, used_at = now()
                         where credential_id = :id and user_handle = :handle
                           and (sign_count < :count or (sign_count = 0 and :count = 0))
                        """)
                        .param("count", credential.getSignatureCount())
                        .param("id", credential.getCredentialId().getBytes())
                        .param("handle", credential.getUserEntityUserId().getBytes())
                        .update()
                == 1;
    }

    private void add(CredentialRecord credential) {
        jdbc.sql("""
                        insert into passkey (credential_id, user_handle, label, public_key, attestation, sign_count,
                                             verifies_user, backup_able, backed_up, transports)
                        values (:id, :handle, :label, :key, :attestation, :count, :verifies, :able, :backed, :transports)
                        """)
                .param("id", credential.getCredentialId().getBytes())
                .param("handle", credential.getUserEntityUserId().getBytes())
                .param("label", credential.getLabel())
                .param("key", credential.getPublicKey().getBytes())
                .param(
                        "attestation",
                        Objects.requireNonNull(credential.getAttestationObject())
                                .getBytes())
                .param("count", credential.getSignatureCount())
                .param("verifies", credential.isUvInitialized())
                .param("able", credential.isBackupEligible())
                .param("backed", credential.isBackupState())
                .param(
                        "transports",
                        credential.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .update();
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from passkey where credential_id = :id")
                .param("id", id.getBytes())
                .update();
    }
}
