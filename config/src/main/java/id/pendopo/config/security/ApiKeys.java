package id.pendopo.config.security;

import id.pendopo.config.security.AccessRefused.Reason;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ui.ChangeLog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys of programs, stored as hashes only. */
@Component
public class ApiKeys {

    /** How the labels of a demonstration's keys begin. */
    public static final String DEMONSTRATION = "demo-";

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String KIND = "config.change.key";
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final PersonRecords people;
    private final Agents agents;
    private final ChangeLog changes;

    ApiKeys(JdbcClient jdbc, PersonRecords people, Agents agents, ChangeLog changes) {
        this.jdbc = jdbc;
        this.people = people;
        this.agents = agents;
        this.changes = changes;
    }

    /** Every key, by its name. */
    public List<ApiKey> all() {
        return jdbc.sql("select * from api_key order by label")
                .query((row, _) -> ApiKey.read(row))
                .list();
    }

    public Optional<ApiKey> find(String label) {
        return jdbc.sql("select * from api_key where label = :label")
                .param("label", label)
                .query((row, _) -> ApiKey.read(row))
                .optional();
    }

    /**
     * Draws a new key; the label's earlier key stops working.
     *
     * @param by who does it
     * @return the key itself, shown this once
     * @throws AccessRefused it cannot be, and nothing was done
     */
    @Transactional
    public String issue(String label, Grant grant, String by) {
        people.lock();
        if (!Person.LOGIN.matcher(label).matches()) {
            throw new AccessRefused(Reason.LABEL);
        }
        Optional<ApiKey> before = find(label);
        if (before.isEmpty() && people.taken(label)) {
            throw new AccessRefused(Reason.TAKEN);
        }
        if (grant.scope() == Scope.OWN) {
            throw new AccessRefused(Reason.SCOPE_OF_PROGRAM);
        }
        grant.check(agents.units().keySet());
        Map<String, String> after = new TreeMap<>(grant.values());
        after.put("config.keys.key", "config.keys.key.new");
        changes.record(new ChangeLog.Change(
                by, KIND, label, before.map(old -> old.grant().values()).orElse(Map.of()), after));
        return demonstrate(label, grant);
    }

    /** Draws the key of a demonstration, which is printed at each start and is nobody's change. */
    @Transactional
    public String demonstrate(String label, Grant grant) {
        String key = draw();
        store(label, grant, key);
        agents.putReader(new Agents.Reader(label, grant.reach()));
        return key;
    }

    private static String draw() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return "pdp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private void store(String label, Grant grant, String key) {
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
    }

    /**
     * Ends a key: it opens nothing from now on.
     *
     * @return what it was
     * @throws AccessRefused there is none of that name
     */
    @Transactional
    public ApiKey revoke(String label, String by) {
        people.lock();
        ApiKey key = find(label).orElseThrow(() -> new AccessRefused(Reason.ABSENT));
        jdbc.sql("delete from api_key where label = :label")
                .param("label", label)
                .update();
        agents.removeReader(label);
        changes.record(new ChangeLog.Change(by, KIND, label, key.grant().values(), Map.of()));
        return key;
    }

    /** Makes keys known to the desk that were drawn before it asked how far they see. */
    @Transactional
    public void makeKnown() {
        all().stream()
                .filter(key -> agents.reach(key.label()).isEmpty())
                .forEach(key -> agents.putReader(
                        new Agents.Reader(key.label(), key.grant().reach())));
    }

    /** Whether a demonstration drew keys here; their label begins with {@link #DEMONSTRATION}. */
    public boolean anyOfADemonstration() {
        return jdbc.sql("select count(*) from api_key where starts_with(label, :demo)")
                        .param("demo", DEMONSTRATION)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whose key this is; that it was used is noted once a minute. */
    Optional<ApiKey> ofKey(String key) {
        Optional<ApiKey> found = jdbc.sql("select * from api_key where hash = :hash")
                .param("hash", hash(key))
                .query((row, _) -> ApiKey.read(row))
                .optional();
        found.filter(program -> program.usedBefore(Instant.now().minus(NOTED))).ifPresent(this::used);
        return found;
    }

    private void used(ApiKey program) {
        jdbc.sql("update api_key set used_at = now() where label = :label")
                .param("label", program.label())
                .update();
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
