package id.pendopo.config.security.passkeys;

import id.pendopo.config.AgencyProperties;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys for tests, here and elsewhere. */
public final class PasskeysOf {

    private PasskeysOf() {}

    public static Passkeys desk(JdbcClient jdbc) {
        return desk(jdbc, "https://meja.example.org", Clock.systemUTC());
    }

    static Passkeys desk(JdbcClient jdbc, String publicUrl, Clock clock) {
        return new Passkeys(
                new RelyingParty(URI.create(publicUrl)),
                new PasskeyUsers(jdbc),
                new PasskeyRecords(jdbc),
                new Challenges(clock),
                new AgencyProperties("Kabupaten Sekawan", false, Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
