package id.pendopo.config.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database: its age, its durability, its tables, its clock. */
@Component
@Order(1)
class DatabaseCheck implements Check {

    private static final int OLDEST = 150000;
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Flyway flyway;
    private final Clock clock;

    DatabaseCheck(JdbcClient jdbc, Flyway flyway, Clock clock) {
        this.jdbc = jdbc;
        this.flyway = flyway;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(version());
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            findings.add(durable(setting));
        }
        findings.add(migrations());
        findings.add(clock());
        return findings;
    }

    private Finding version() {
        int version = Integer.parseInt(setting("server_version_num"));
        return version >= OLDEST
                ? Finding.ok("database", "PostgreSQL " + setting("server_version"))
                : Finding.fatal(
                        "database", "PostgreSQL " + setting("server_version") + " is too old; use 15 or newer.");
    }

    private Finding durable(String name) {
        String value = setting(name);
        return "off".equals(value) || "local".equals(value) && "synchronous_commit".equals(name)
                ? Finding.fatal(
                        name,
                        "is " + value + ": acknowledged messages could be lost; set " + name
                                + " = on in postgresql.conf.")
                : Finding.ok(name, value);
    }

    private Finding migrations() {
        int pending = flyway.info().pending().length;
        return pending == 0
                ? Finding.ok("migrations", flyway.info().applied().length + " applied")
                : Finding.fatal("migrations", pending + " are pending; start once with a user who may change tables.");
    }

    private Finding clock() {
        OffsetDateTime theirs =
                jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        Duration skew = Duration.between(theirs.toInstant(), clock.instant()).abs();
        return skew.compareTo(SKEW) < 0
                ? Finding.ok("clock", clock.instant().toString())
                : Finding.bad(
                        "clock",
                        "differs from the database's by " + skew.toSeconds() + " s; switch on NTP on both machines.");
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
