package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Anonymous reports by every line: no row of any table leads from an address to the words or the receipt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnonymityJourneyTests {

    private static final Pattern RECEIPT = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private EmbeddedPostgres postgres;
    private FakeTwilio twilio;
    private FakeTelegram telegram;
    private DeskProcess desk;
    private JdbcClient db;

    @BeforeAll
    void open() throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        db = JdbcClient.create(new DriverManagerDataSource(postgres.url()));
        twilio = new FakeTwilio();
        telegram = new FakeTelegram(new byte[0]);
        Map<String, String> environment = new HashMap<>(SmsCitizen.line(twilio.address()));
        environment.putAll(SmsCitizen.line("smsrest", "+622155500113", twilio.address()));
        environment.put("PENDOPO_CHANNELS_ACCOUNTS_SMSREST_REPLY", "rest");
        environment.putAll(TelegramCitizen.line(telegram.address()));
        environment.put("SPRING_DATASOURCE_URL", postgres.url());
        desk = DeskProcess.demo(folder.resolve("data"), environment);
    }

    @AfterAll
    void close() {
        desk.close();
        telegram.close();
        twilio.close();
        postgres.close();
    }

    private static String receipt(String said) {
        Matcher receipt = RECEIPT.matcher(said);
        assertThat(receipt.find()).as(said).isTrue();
        return receipt.group();
    }

    /** @param word that stands in the report and nowhere else */
    private void leadsNowhere(String address, String word, String receipt) {
        await().atMost(SOON).untilAsserted(() -> {
            EveryRow rows = new EveryRow(db);
            String digits = receipt.replace(" ", "");
            assertThat(rows.having(word)).anyMatch(row -> row.startsWith("public.ticket "));
            assertThat(rows.having(digits)).anyMatch(row -> row.startsWith("public.ticket "));
            assertThat(rows.having(address)).isNotEmpty();
            assertThat(rows.reached(address))
                    .noneMatch(row -> row.contains(word))
                    .noneMatch(row -> row.contains(digits) || row.contains(receipt));
        });
    }

    /** Ten minutes later, for pages that may be opened again. */
    private void later() {
        db.sql("update channels_inbound set received_at = received_at - interval '11 minutes' where erased")
                .update();
        db.sql("update channels_outbound set created_at = created_at - interval '11 minutes' where erased")
                .update();
        db.sql("update scheduled_tasks set execution_time = now() where task_name = 'message-erasure' and not picked")
                .update();
    }

    @Test
    void byTextMessageAnsweredInTheResponse() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281277700001");
        siti.says("mau lapor jalan rusak di jalan Zebrawati, lubangnya dalam sekali");
        String sid = SmsCitizen.newSid();
        String receipt = receipt(SmsCitizen.texts(siti.post(sid, "anonim")).getFirst());

        leadsNowhere(siti.number(), "Zebrawati", receipt);
        assertThat(siti.post(sid, "anonim").statusCode()).isEqualTo(200);
        assertThat(db.sql("select count(*) from ticket where description like '%Zebrawati%'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void byTextMessageAnsweredByRequest() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281277700002", "smsrest", "+622155500113");
        siti.says("mau lapor jalan rusak di jalan Kudarini, lubangnya dalam sekali");
        await().atMost(SOON).until(() -> !twilio.textsTo(siti.number()).isEmpty());
        siti.says("anonim");
        await().atMost(SOON)
                .until(() -> twilio.textsTo(siti.number()).stream()
                        .anyMatch(text -> RECEIPT.matcher(text).find()));

        leadsNowhere(siti.number(), "Kudarini", receipt(String.join("\n", twilio.textsTo(siti.number()))));
    }

    @Test
    void byTelegram() throws Exception {
        TelegramCitizen siti = new TelegramCitizen(desk, telegram, 777000333444L);
        siti.says("mau lapor jalan rusak di jalan Gajahputri, lubangnya dalam sekali");
        String receipt = receipt(siti.presses("form:anonymous").path("text").asString());

        leadsNowhere("777000333444", "Gajahputri", receipt);
    }

    @Test
    void byChat() throws Exception {
        ChatCitizen siti = ChatCitizen.begins(desk);
        siti.says("mau lapor jalan rusak di jalan Kijangsari, lubangnya dalam sekali");
        String address = db.sql("select distinct address from channels_inbound where body like '%Kijangsari%'")
                .query(String.class)
                .single();
        String receipt = receipt(siti.picks("form:anonymous").toString());
        later();

        leadsNowhere(address, "Kijangsari", receipt);
    }

    @Test
    void byTelephone() throws Exception {
        PhoneVisitor admin = new PhoneVisitor(desk, "admin");
        admin.does("call", Map.of("number", "+62 812-7770-0005"));
        admin.does("keys", Map.of("keys", "1"));
        admin.does("words", Map.of("words", "lapor jalan berlubang di depan pasar Merakjati"));
        String heard = admin.does("words", Map.of("words", "anonim")).replaceAll("<[^>]*>", " ");
        String digits = db.sql("select code from ticket where description like '%Merakjati%'")
                .query(String.class)
                .single();
        assertThat(digits).hasSize(16);
        assertThat(heard.replaceAll("\\D", "")).contains(digits);
        later();

        leadsNowhere("+6281277700005", "Merakjati", digits.replaceAll("(\\d{4})(?=\\d)", "$1 "));
    }

    @Test
    void byTheReportForm() throws Exception {
        ReportVisitor siti = new ReportVisitor(desk);
        siti.begins();
        siti.goesOnTo("/who");
        siti.answers("ANONYMOUS");
        String digits = siti.sendsIt();

        assertThat(digits).hasSize(16);
        assertThat(db.sql(
                                "select coalesce(name, '') || coalesce(phone, '') || coalesce(conversation::text, '') from ticket where code = ?")
                        .param(digits)
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void theRetentionScheduleNamesEveryTableWithTexts() throws Exception {
        Map<String, String> environment =
                Map.of("PENDOPO_DATA", folder.resolve("offline").toString(), "SPRING_DATASOURCE_URL", postgres.url());
        Path out = folder.resolve("doctor");
        Process doctor = DeskProcess.launch(out, environment, DeskProcess.java(List.of("doctor", "--retention")));
        assertThat(doctor.waitFor()).isZero();
        String printed = DeskProcess.log(out);

        List<String> texts = db.sql("""
                select distinct c.table_name from information_schema.columns c
                  join information_schema.tables t using (table_schema, table_name)
                 where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                   and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY', 'inet'))
                """).query(String.class).list();
        assertThat(texts).contains("citizen_address", "channels_inbound", "ticket", "login_attempt");
        assertThat(texts).allSatisfy(table -> assertThat(printed).containsPattern("(?m)^[-\\d]+ +" + table + ": \\S"));
        assertThat(printed)
                .containsPattern("(?m)^\\d+ +citizen: .*P3Y, pendopo.conversation.keep")
                .containsPattern("(?m)^\\d+ +ticket: .*P2Y, pendopo.ticketing.keep")
                .containsPattern("(?m)^\\d+ +channels_inbound: .*P730D, pendopo.channels.retention.personal");
    }
}
