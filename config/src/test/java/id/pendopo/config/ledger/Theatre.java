package id.pendopo.config.ledger;

import id.pendopo.config.database.EmbeddedPostgres;
import id.pendopo.config.journeys.DeskProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A desk in a process of its own, between providers and a database that outlive it. */
final class Theatre implements AutoCloseable {

    private final Path folder;
    private final Ledger ledger;
    private final TwilioProvider twilio;
    private final TelegramProvider telegram;
    private final EmbeddedPostgres postgres;
    private final DatabaseWire wire;
    /** The same few people ask more, and the same, than people do. */
    private static final Map<String, String> ANSWERS_EVERYTHING = Map.of("SPRING_APPLICATION_JSON", """
            {"pendopo.conversation.pacing":
             {"same-text": 1000000, "same-word": 1000000, "in-a-row": 1000000, "paid-answers": 1000000}}""");

    private final DeskProcess desk;

    private Theatre(
            Path folder,
            Ledger ledger,
            TwilioProvider twilio,
            TelegramProvider telegram,
            EmbeddedPostgres postgres,
            DatabaseWire wire,
            DeskProcess desk) {
        this.folder = folder;
        this.ledger = ledger;
        this.twilio = twilio;
        this.telegram = telegram;
        this.postgres = postgres;
        this.wire = wire;
        this.desk = desk;
    }

    static Theatre open(Path folder) throws IOException {
        return open(folder, Map.of());
    }

    static Theatre open(Path folder, Map<String, String> more) throws IOException {
        Ledger ledger = new Ledger(folder.resolve("ledger.tsv"));
        TwilioProvider twilio = new TwilioProvider(ledger);
        TelegramProvider telegram = new TelegramProvider(ledger);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        DatabaseWire wire = new DatabaseWire(postgres.port());
        Map<String, String> environment = new HashMap<>(ANSWERS_EVERYTHING);
        environment.putAll(twilio.environment());
        environment.putAll(telegram.environment());
        environment.put(
                "SPRING_DATASOURCE_URL", postgres.url().replace(":" + postgres.port() + "/", ":" + wire.port() + "/"));
        environment.putAll(more);
        DeskProcess desk = DeskProcess.demo(folder.resolve("desk"), environment);
        desk.witness(() -> Blockers.of(postgres.url()));
        twilio.serves(desk);
        telegram.serves(desk);
        return new Theatre(folder, ledger, twilio, telegram, postgres, wire, desk);
    }

    /** Another node on the same database, past the wire; the providers go on calling the first one. */
    DeskProcess secondNode() {
        Map<String, String> environment = new HashMap<>(ANSWERS_EVERYTHING);
        environment.putAll(twilio.environment());
        environment.putAll(telegram.environment());
        environment.put("SPRING_DATASOURCE_URL", postgres.url());
        return DeskProcess.demo(folder.resolve("second"), environment);
    }

    /** Providers call that node from now on. */
    void serve(DeskProcess node) {
        providers().forEach(provider -> provider.serves(node));
    }

    Ledger ledger() {
        return ledger;
    }

    TwilioProvider twilio() {
        return twilio;
    }

    TelegramProvider telegram() {
        return telegram;
    }

    List<Provider> providers() {
        return List.of(twilio, telegram);
    }

    DatabaseWire wire() {
        return wire;
    }

    DeskProcess desk() {
        return desk;
    }

    /** The desk's data folder. */
    Path data() {
        return folder.resolve("desk");
    }

    /** The database's JDBC address, past the wire. */
    String database() {
        return postgres.url();
    }

    /**
     * The database's version.
     *
     * @throws IllegalStateException it would not be durable
     */
    String postgres() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on'
                            and current_setting('full_page_writes') = 'on', current_setting('server_version')
                        """)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new IllegalStateException("fsync, full_page_writes and synchronous_commit must be on");
            }
            return row.getString(2);
        }
    }

    /** Returns when so many more messages are acknowledged, or when it takes too long. */
    void awaitAcknowledged(int more, Duration atMost) throws InterruptedException {
        int wanted = ledger.count(Ledger.What.ACKNOWLEDGED) + more;
        long end = System.nanoTime() + atMost.toNanos();
        while (ledger.count(Ledger.What.ACKNOWLEDGED) < wanted && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** The process id of the database. */
    long postmaster() throws IOException {
        Path pid = folder.resolve("database").resolve("pgdata-18").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    }

    /** Lets go of everything that was held. */
    void release() {
        wire.release();
        providers().forEach(Provider::release);
    }

    @Override
    public void close() throws IOException {
        desk.close();
        wire.close();
        providers().forEach(Provider::close);
        postgres.close();
        ledger.close();
    }
}
