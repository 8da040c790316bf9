package id.pendopo.config.security;

import id.pendopo.ticketing.Agents;
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
    private final Agents agents;

    ApiKeys(JdbcClient jdbc, Agents agents) {
        this.jdbc = jdbc;
        this.agents = agents;
    }

    /**
     * Draws a new key; the label's earlier key stops working.
     *
     * @return the key itself, shown this once
     */
    @Transactional
    public String issue(String label, Grant grant) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String key = "pdp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("delete from api_key where label = :label")
                .param("label", label)
                .update();
        jdbc.sql("""
                        insert into api_key (label, role, more_roles, unit, scope, hash)
                        values (:label, :role, :more, :unit, :scope, :hash)
                        """)
                .param("label", label)
                .param("role", grant.first())
                .param("more", grant.others())
                .param("unit", grant.unit().orElse(null))
                .param("scope", grant.scope().key())
                .param("hash", hash(key))
                .update();
        makeKnown(label, grant);
        return key;
    }

    /** Makes keys known to the desk that were drawn before it asked how far they see. */
    @Transactional
    public void makeKnown() {
        jdbc
                .sql("select label, role, more_roles, unit, scope from api_key")
                .query((row, _) -> new Program(row.getString("label"), Grant.read(row)))
                .list()
                .stream()
                .filter(program -> agents.reach(program.label()).isEmpty())
                .forEach(program -> makeKnown(program.label(), program.grant()));
    }

    private void makeKnown(String label, Grant grant) {
        agents.putReader(new Agents.Reader(label, new Agents.Reach(grant.unit(), grant.scope())));
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
        return jdbc.sql("select label, role, more_roles, unit, scope from api_key where hash = :hash")
                .param("hash", hash(key))
                .query((row, _) -> new Program(row.getString("label"), Grant.read(row)))
                .optional();
    }

    /** A program that holds a key. */
    record Program(String label, Grant grant) {}

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
