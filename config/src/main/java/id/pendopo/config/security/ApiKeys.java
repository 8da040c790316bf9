package id.pendopo.config.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys of programs, stored as hashes only. */
@Component
public class ApiKeys {

    /** How the labels of a demonstration's keys begin. */
    public static final String DEMONSTRATION = "demo-";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    ApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Draws a new key; the label's earlier key stops working.
     *
     * @return the key itself, shown this once
     */
    @Transactional
    public String issue(String label, Role role) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String key = "pdp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("delete from api_key where label = :label")
                .param("label", label)
                .update();
        jdbc.sql("insert into api_key (label, role, hash) values (:label, :role, :hash)")
                .param("label", label)
                .param("role", role.key())
                .param("hash", hash(key))
                .update();
        return key;
    }

    /** Whether a demonstration drew keys here; their label begins with {@link #DEMONSTRATION}. */
    public boolean anyOfADemonstration() {
        return jdbc.sql("select count(*) from api_key where starts_with(label, :demo)")
                        .param("demo", DEMONSTRATION)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whose key this is. */
    Optional<Program> find(String key) {
        return jdbc.sql("select label, role from api_key where hash = :hash")
                .param("hash", hash(key))
                .query((row, n) -> new Program(row.getString("label"), Role.of(row.getString("role"))))
                .optional();
    }

    /** A program that holds a key. */
    record Program(String label, Role role) {}

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
