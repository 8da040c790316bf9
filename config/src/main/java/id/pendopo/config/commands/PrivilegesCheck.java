package id.pendopo.config.commands;

import id.pendopo.config.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Least privilege: whom the database takes the desk for, whom the machine takes the embedded database for, who reads the data folder. */
@Component
@Order(2)
class PrivilegesCheck implements Check {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final JdbcClient jdbc;
    private final Path data;

    PrivilegesCheck(JdbcClient jdbc, @Value("${pendopo.data}") Path data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(role());
        try {
            if (Files.isDirectory(data)) {
                findings.add(folder());
            }
            Optional<Long> server = EmbeddedPostgres.process(data);
            if (server.isPresent()) {
                findings.add(server(server.get()));
            }
        } catch (IOException | UnsupportedOperationException unseen) {
            findings.add(
                    Finding.bad("data folder", "cannot be looked at; see that nobody else can read " + data + "."));
        }
        return findings;
    }

    private Finding role() {
        boolean superuser = jdbc.sql("select rolsuper from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
        return superuser
                ? Finding.bad(
                        "database role",
                        "the desk connects as a superuser, who can run programs on the database's machine; give it a role without "
                                + "(docs/operations says how).")
                : Finding.ok("database role", "no superuser");
    }

    private Finding folder() throws IOException {
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(data);
        return OWNERS.containsAll(now)
                ? Finding.ok("data folder", PosixFilePermissions.toString(now))
                : Finding.bad("data folder", "others reach into " + data + "; chmod 700 " + data + ".");
    }

    private static Finding server(long pid) throws IOException {
        Path process = Path.of("/proc", "" + pid);
        boolean root =
                Files.exists(process) && "root".equals(Files.getOwner(process).getName());
        return root
                ? Finding.bad(
                        "database process",
                        "PostgreSQL runs with the rights of root; start the desk as a user of its own (docs/operations).")
                : Finding.ok("database process", "not root");
    }
}
