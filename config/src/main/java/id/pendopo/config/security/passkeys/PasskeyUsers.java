package id.pendopo.config.security.passkeys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The repository of user handles: what authenticators know people by. */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient jdbc;

    PasskeyUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody's handle, drawn when they have none yet. */
    PublicKeyCredentialUserEntity of(String login) {
        save(entity(login, Bytes.random()));
        return find(login).orElseThrow();
    }

    Optional<PublicKeyCredentialUserEntity> find(String login) {
        return jdbc.sql("select handle from passkey_user where login = :login")
                .param("login", login)
                .query((row, _) -> entity(login, new Bytes(row.getBytes("handle"))))
                .optional();
    }

    private static PublicKeyCredentialUserEntity entity(String login, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .name(login)
                .displayName(login)
                .id(handle)
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        return find(login).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return jdbc.sql("select login from passkey_user where handle = :handle")
                .param("handle", handle.getBytes())
                .query((row, _) -> entity(row.getString("login"), handle))
                .optional()
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        jdbc.sql("insert into passkey_user (login, handle) values (:login, :handle) on conflict (login) do nothing")
                .param("login", user.getName())
                .param("handle", user.getId().getBytes())
                .update();
    }

    /** The passkeys go with it. */
    @Override
    public void delete(Bytes handle) {
        jdbc.sql("delete from passkey_user where handle = :handle")
                .param("handle", handle.getBytes())
                .update();
    }
}
