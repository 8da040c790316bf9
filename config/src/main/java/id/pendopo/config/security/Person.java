package id.pendopo.config.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An account of somebody who logs in.
 *
 * @param login the log-in name, permanent
 * @param name what citizens and colleagues read
 * @param enabled false for whoever left: the account stays, for the history's sake
 */
public record Person(String login, String name, Grant grant, boolean enabled) {

    static final Pattern LOGIN = Pattern.compile("[a-z0-9._-]{1,64}");

    private static final int LONGEST_NAME = 80;

    /** Somebody who may log in. */
    public Person(String login, String name, Grant grant) {
        this(login, name, grant, true);
    }

    boolean named() {
        return !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    boolean administers() {
        return enabled && grant.roles().include(Role.ADMIN);
    }

    /** Whether this account opens less than it did before. */
    boolean opensLessThan(Person before) {
        return before.enabled
                && !(enabled
                        && grant.roles()
                                .authorities()
                                .containsAll(before.grant.roles().authorities()));
    }

    /** For the audit log. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(grant.values());
        values.put("config.people.name", name);
        values.put("config.people.enabled", enabled ? "config.people.yes" : "config.people.no");
        return values;
    }

    static Person read(ResultSet row) throws SQLException {
        return new Person(row.getString("login"), row.getString("name"), Grant.read(row), row.getBoolean("enabled"));
    }
}
