package id.pendopo.config.agency;

import id.pendopo.config.AgencyProperties;
import id.pendopo.ui.Agency;
import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.KeptTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The repository and cache of the agency's profile: every page asks it, from memory; every node looks each second what
 * another one stored. Until an administrator has stored one, the configuration says it.
 */
@Component
public class AgencySettings implements Agency, KeptTables {

    private static final String CHANGE = "config.change.agency";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ChangeLog log;
    private final Stored configured;
    private volatile Stored current;

    AgencySettings(JdbcClient jdbc, TransactionOperations transactions, ChangeLog log, AgencyProperties configuration) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.log = log;
        this.configured = new Stored(AgencyProfile.of(configuration), 0);
        this.current = read();
    }

    /**
     * A profile with its version, which whoever changes it must have seen.
     *
     * @param version 0: nobody has stored one
     */
    public record Stored(AgencyProfile profile, int version) {

        /** Whether an administrator said it, and not only the configuration. */
        public boolean isStored() {
            return version > 0;
        }
    }

    /** Somebody else stored a profile after the version that the caller saw. */
    public static final class Stale extends RuntimeException {

        Stale() {
            super("the agency's profile was changed meanwhile");
        }
    }

    public Stored current() {
        return current;
    }

    @Override
    public String name() {
        return current.profile().name();
    }

    /**
     * Stores a profile; this node shows it at once, the others within two seconds.
     *
     * @param seen the version that the form was made of
     * @throws Stale somebody else changed it since
     */
    public void change(AgencyProfile profile, int seen, String by) {
        transactions.executeWithoutResult(_ -> {
            Stored before = read();
            if (before.version() != seen || store(profile, seen) == 0) {
                throw new Stale();
            }
            Change change = new Change(by, CHANGE, profile.name(), values(before.profile()), values(profile));
            if (!change.before().equals(change.after())) {
                log.record(change);
            }
        });
        follow();
    }

    private int store(AgencyProfile profile, int seen) {
        return jdbc.sql("""
                        insert into config_agency (name, texting, phone, bot, version)
                        values (:name, :texting, :phone, :bot, 1)
                        on conflict (singleton) do update
                        set name = excluded.name, texting = excluded.texting, phone = excluded.phone,
                            bot = excluded.bot, version = config_agency.version + 1
                        where config_agency.version = :seen""")
                .param("name", profile.name())
                .param("texting", profile.sms().orElse(null))
                .param("phone", profile.phone().orElse(null))
                .param("bot", profile.telegram().orElse(null))
                .param("seen", seen)
                .update();
    }

    private static Map<String, String> values(AgencyProfile profile) {
        Map<String, String> values = new TreeMap<>(Map.of("config.agency.name", profile.name()));
        profile.sms().ifPresent(number -> values.put("config.agency.sms", number));
        profile.phone().ifPresent(number -> values.put("config.agency.phone", number));
        profile.telegram().ifPresent(bot -> values.put("config.agency.telegram", bot));
        return values;
    }

    /** Takes over what was stored, by whichever node. */
    void follow() {
        current = read();
    }

    private Stored read() {
        return jdbc.sql("select name, texting, phone, bot, version from config_agency")
                .query((row, _) -> new Stored(
                        new AgencyProfile(
                                row.getString("name"),
                                Optional.ofNullable(row.getString("texting")),
                                Optional.ofNullable(row.getString("phone")),
                                Optional.ofNullable(row.getString("bot"))),
                        row.getInt("version")))
                .optional()
                .orElse(configured);
    }

    @Override
    public List<Table> tables() {
        return List.of(Table.without("config_agency", "names no person"));
    }
}
