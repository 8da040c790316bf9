package id.pendopo.config.ledger;

import id.pendopo.config.journeys.DeskProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A backup while citizens write, restored into another database and folder by the commands as an operator types them, and then
 * the ledger compared with what is there: every message that was acknowledged before the backup began, once, in order.
 */
final class BackupDrill {

    private static final String REPORT = "mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali";
    private static final String KEY = "a passphrase for a drill, long enough";
    private static final String TICKETS =
            "select concat_ws('|', code, category, unit, description) from ticket order by code";
    private static final String FILES =
            "select concat_ws('|', id, type, md5(file)) from channels_attachment order by id";

    private final Theatre theatre;
    private final Path elsewhere;
    private final Path backup;
    private List<Ledger.Entry> acknowledged = List.of();
    private List<String> tickets = List.of();
    private List<String> files = List.of();

    BackupDrill(Theatre theatre, Path elsewhere) {
        this.theatre = theatre;
        this.elsewhere = elsewhere;
        this.backup = elsewhere.resolve("drill.backup");
    }

    /**
     * What was compared.
     *
     * @param acknowledged messages that were acknowledged before the backup began
     * @param restored messages in the restored database
     * @param problems in words; empty when nothing is wrong
     */
    record Result(int acknowledged, int restored, int tickets, int files, List<String> problems) {

        String line() {
            return "drill: acknowledged before the backup %d, restored %d, tickets %d, files %d, problems %d"
                    .formatted(acknowledged, restored, tickets, files, problems.size());
        }
    }

    private record Row(long conversation, long turn, long replies) {}

    /** Somebody reports by text message and has sent a picture; the office has a file of its own. */
    void fill(String citizen) throws IOException, InterruptedException {
        theatre.twilio().request(TwilioProvider.RESPONDING, citizen, REPORT);
        theatre.twilio().request(TwilioProvider.RESPONDING, citizen, "ya");
        db(theatre.database()).sql("""
                insert into channels_attachment (id, account, address, state, type, size, file, created_at, taken_at)
                values (gen_random_uuid(), 'smsmain', :citizen, 'STORED', 'image/jpeg', 3, decode('ffd8ff', 'hex'), now(), now())
                """).param("citizen", citizen).update();
        Files.writeString(theatre.data().resolve("notice.txt"), "the office is closed on Friday");
    }

    void backUp() throws IOException, InterruptedException {
        acknowledged = theatre.ledger().entries(Ledger.What.ACKNOWLEDGED);
        tickets = strings(theatre.database(), TICKETS);
        files = strings(theatre.database(), FILES);
        System.out.print(run("backup", theatre.database(), theatre.data()));
    }

    Result restored() throws IOException, InterruptedException {
        db(theatre.database()).sql("create database elsewhere").update();
        String database = theatre.database().replace("/postgres?", "/elsewhere?");
        System.out.print(run("restore", database, elsewhere.resolve("data")));
        List<String> problems = new ArrayList<>();
        Map<String, List<Row>> rows = rows(database);
        compare(rows, problems);
        missing(tickets, strings(database, TICKETS), problems);
        missing(files, strings(database, FILES), problems);
        if (!Files.exists(elsewhere.resolve("data/notice.txt"))) {
            problems.add("the office's file is missing");
        }
        return new Result(acknowledged.size(), rows.size(), tickets.size(), files.size(), problems);
    }

    /** Each once, with its replies, and of one person none before an earlier one. */
    private void compare(Map<String, List<Row>> rows, List<String> problems) {
        Map<String, Row> latest = new HashMap<>();
        for (Ledger.Entry entry : acknowledged) {
            List<Row> found = rows.getOrDefault(entry.account() + "/" + entry.id(), List.of());
            if (found.size() != 1 || found.getFirst().replies() == 0) {
                problems.add(entry.id() + " is there so: " + found);
                continue;
            }
            Row row = found.getFirst();
            Row before = latest.put(entry.account() + "/" + entry.citizen(), row);
            if (before != null && before.conversation() == row.conversation() && before.turn() >= row.turn()) {
                problems.add(entry.id() + " is not after its forerunner");
            }
        }
    }

    private static void missing(List<String> wanted, List<String> there, List<String> problems) {
        HashSet<String> missing = new HashSet<>(wanted);
        there.forEach(missing::remove);
        missing.forEach(one -> problems.add("missing: " + one));
    }

    private String run(String command, String database, Path data) throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("PENDOPO_DATA", data.toString(), "SPRING_DATASOURCE_URL", database, "PENDOPO_BACKUP_KEY", KEY);
        return DeskProcess.run(environment, List.of(command, backup.toString()));
    }

    private static Map<String, List<Row>> rows(String database) {
        Map<String, List<Row>> rows = new HashMap<>();
        db(database).sql("""
                select account || '/' || external_id, conversation, turn, (select count(*) from channels_outbound reply
                       where reply.conversation = message.conversation and reply.turn = message.turn)
                  from channels_inbound message where event = 'MESSAGE'
                """).query(row -> {
            rows.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                    .add(new Row(row.getLong(2), row.getLong(3), row.getLong(4)));
        });
        return rows;
    }

    private static List<String> strings(String database, String sql) {
        return db(database).sql(sql).query(String.class).list();
    }

    private static JdbcClient db(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url));
    }
}
