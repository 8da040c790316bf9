package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.pendopo.config.OnSecondThread;
import id.pendopo.config.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.util.HtmlUtils;

/** Three nodes on one database behind a proxy that sends nobody to the same node twice in a row; one of them is killed. */
@Timeout(900)
@OnSecondThread
class ThreeNodesTests {

    private static final String ARTICLE = "/desk/knowledge/ktp-el-hilang/id";
    private static final String PUBLISHED = "Laporkan dahulu ke polisi, lalu bawa suratnya ke Disdukcapil.";
    private static final String IMPORTED = "Bawa kartu yang rusak ke kantor Disdukcapil terdekat.";
    private static final Pattern INPUT = Pattern.compile("<input(?=[^>]* name=\"([^\"]+)\")[^>]*>");
    private static final Pattern BOX =
            Pattern.compile("<(textarea|select)(?=[^>]* name=\"([^\"]+)\")[^>]*>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    /** What runs at most once an hour; the others may come again while the test runs. */
    private static final List<String> RARE = List.of(
            "category-examples",
            "chat-sessions",
            "citizens",
            "log-ins",
            "message-retention",
            "message-templates",
            "one-time-codes",
            "questions",
            "review-dates",
            "ticket-texts",
            "wrong-codes",
            "ended-alarms",
            "change-log",
            "access-requests",
            "account-health");

    /** The others. */
    private static final List<String> FREQUENT =
            List.of("alarms", "attachments", "catch-up", "http-sessions", "message-erasure");

    /** Two seconds on a machine that has a core to spare; three nodes and their database on a busy one need longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final List<DeskProcess> nodes = new ArrayList<>();
    private DeskProcess proxied;
    private JdbcClient db;
    private String url;

    @Test
    void behaveAsOneWithoutRedis() throws Exception {
        behaveAsOne(Optional.empty());
    }

    @Test
    void behaveAsOneWithRedisAndWhenItIsKilled() throws Exception {
        Optional<Path> binary = RedisProcess.binary();
        if (binary.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("CI needs a redis-server in the PATH or -Dpendopo.redis-server=PATH");
        }
        assumeTrue(binary.isPresent(), "no redis-server");
        try (RedisProcess redis = RedisProcess.start(binary.get())) {
            behaveAsOne(Optional.of(redis));
        }
    }

    private void behaveAsOne(Optional<RedisProcess> redis) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
                FakeTwilio twilio = new FakeTwilio();
                RoundRobin proxy = new RoundRobin()) {
            url = postgres.url();
            db = JdbcClient.create(new DriverManagerDataSource(url));
            Map<String, String> environment = new HashMap<>(SmsCitizen.line(twilio.address()));
            environment.put("SPRING_DATASOURCE_URL", url);
            environment.put("PENDOPO_PUBLIC_URL", "http://127.0.0.1:" + proxy.port());
            redis.ifPresent(server -> environment.put("SPRING_DATA_REDIS_URL", server.url()));
            try {
                start(environment, proxy);
                live(redis);
            } finally {
                nodes.forEach(DeskProcess::close);
            }
        }
    }

    /** The first one alone: it makes the tables. */
    private void start(Map<String, String> environment, RoundRobin proxy) {
        nodes.add(DeskProcess.demo(folder.resolve("node-0"), environment));
        List<CompletableFuture<DeskProcess>> others = new ArrayList<>();
        for (String name : List.of("node-1", "node-2")) {
            others.add(CompletableFuture.supplyAsync(() -> DeskProcess.demo(folder.resolve(name), environment)));
        }
        others.forEach(other -> nodes.add(other.join()));
        nodes.forEach(node -> proxy.to(node.uri("/")));
        proxied = nodes.getFirst().behind(proxy.port());
    }

    private void live(Optional<RedisProcess> redis) throws Exception {
        HttpClient agent = LoggedIn.as(proxied, "agent");
        ReportVisitor visitor = new ReportVisitor(proxied);
        isLoggedInEverywhere(agent);
        aWebhookTouchesNoSession();
        whatIsPublishedIsQuotedByAll();
        whatTheOfficeSetsIsSoOnAll();
        whatIsImportedIsQuotedByAll();
        eachJobRanOnce();

        visitor.begins();
        visitor.goesOnTo("/name");
        List<String> acknowledged = aNodeIsKilledWhileCitizensWrite();
        redis.ifPresent(ThreeNodesTests::kill);
        visitor.goesOnTo("/check");
        String code = visitor.sendsIt();

        isLoggedInEverywhere(agent);
        for (DeskProcess node : nodes) {
            assertThat(visitor.opens(node, "/track/" + code).body())
                    .as("the visitor's own ticket")
                    .contains("Jalan Kenanga");
            assertThat(LoggedIn.get(node, agent, "/desk/tickets/" + code).statusCode())
                    .isEqualTo(200);
        }
        for (String sid : acknowledged) {
            assertThat(count("select count(*) from channels_inbound where external_id = ?", sid))
                    .as("%s was acknowledged", sid)
                    .isEqualTo(1);
        }
        aJobThatIsAskedForRunsOnceMore();
    }

    private static void kill(RedisProcess redis) {
        try {
            redis.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void isLoggedInEverywhere(HttpClient agent) throws Exception {
        for (DeskProcess node : nodes) {
            assertThat(LoggedIn.get(node, agent, "/desk").statusCode()).isEqualTo(200);
        }
        for (int request = 0; request < 2 * nodes.size(); request++) {
            assertThat(LoggedIn.get(proxied, agent, "/desk").statusCode()).isEqualTo(200);
        }
    }

    /** Nor does any page that needs none: with the tables locked, whoever touched them would wait, and fail after 4 s. */
    private void aWebhookTouchesNoSession() throws Exception {
        HttpClient passerBy = HttpClient.newHttpClient();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table spring_session, spring_session_attributes in access exclusive mode");
            assertThat(new SmsCitizen(proxied, "+6281255577001").hears("syarat bikin ktp"))
                    .isNotEmpty();
            for (String path : List.of("/", "/help", "/help/ktp-el-hilang", "/track", "/report", "/chat", "/readyz")) {
                assertThat(LoggedIn.get(proxied, passerBy, path).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
            connection.rollback();
        }
    }

    private void whatIsPublishedIsQuotedByAll() throws Exception {
        HttpClient editor = LoggedIn.as(proxied, "editor");
        HttpClient supervisor = LoggedIn.as(proxied, "supervisor");
        HttpResponse<String> page = LoggedIn.get(proxied, editor, ARTICLE + "/edit");
        LoggedIn.post(proxied, editor, ARTICLE + "/edit", ARTICLE + "/edit", edited(page.body()));
        Matcher revision = REVISION.matcher(
                LoggedIn.get(proxied, supervisor, ARTICLE + "/review?wait=true").body());
        assertThat(revision.find()).as("a draft waits").isTrue();
        LoggedIn.post(proxied, supervisor, "/desk", ARTICLE + "/approve", "revision=" + revision.group(1));

        HttpClient citizen = HttpClient.newHttpClient();
        await().atMost(PATIENCE).until(() -> {
            for (DeskProcess node : nodes) {
                if (!LoggedIn.get(node, citizen, "/help/ktp-el-hilang").body().contains(PUBLISHED)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** The agency's name on every page; a new unit with its hours, and a category whose examples each node learns. */
    private void whatTheOfficeSetsIsSoOnAll() throws Exception {
        HttpClient admin = LoggedIn.as(proxied, "admin");
        String office = "/admin/desk/agency";
        LoggedIn.post(proxied, admin, office, office, "version=0&name=Kabupaten+Sekawan&texting=&phone=&bot=");
        String form =
                "key=uji-trem&name.id=Trem+kota&unit=dinas-perhubungan&type=COMPLAINT&visibility=PUBLIC&active=true"
                        + "&examples=tremnya+mogok%0Atrem+kota+tidak+datang%0Atrem+mogok+di+halte";
        LoggedIn.post(proxied, admin, "/admin/desk/new-category", "/admin/desk/categories", form);

        HttpClient citizen = HttpClient.newHttpClient();
        for (DeskProcess node : nodes) {
            await().atMost(PATIENCE)
                    .until(() -> LoggedIn.get(node, citizen, "/").body().contains("Kabupaten Sekawan")
                            && LoggedIn.get(node, admin, "/admin/desk/categories")
                                    .body()
                                    .contains("Trem kota"));
        }
        for (DeskProcess node : nodes) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> node.log().contains("Suggestions of categories learned anew"));
        }
    }

    /** By a command on a machine that has nothing but the database. */
    private void whatIsImportedIsQuotedByAll() throws Exception {
        Path content = folder.resolve("content-" + System.nanoTime());
        command("content", "export", content.toString());
        Path file = content.resolve("articles/kia-hilang.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("(?m)^  summary: .*$", "  summary: " + IMPORTED)
                        .replaceFirst(
                                "(?m)^  questions:",
                                "  reviewed: {by: Kepala Dinas, \"on\": 2026-11-25}\n  questions:"));
        assertThat(command("content", "import", content.toString())).contains("Article text kia-hilang/id");

        HttpClient citizen = HttpClient.newHttpClient();
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (DeskProcess node : nodes) {
                assertThat(LoggedIn.get(node, citizen, "/help/kia-hilang").body())
                        .contains(IMPORTED);
            }
        });
    }

    private String command(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(DeskProcess.java(List.of(arguments))).redirectErrorStream(true);
        builder.environment().put("SPRING_DATASOURCE_URL", url);
        builder.environment().put("PENDOPO_DATA", folder.resolve("elsewhere").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** The form as it was shown, with another summary. */
    private static String edited(String page) {
        Map<String, String> fields = new HashMap<>(Map.of("wish", "SUBMIT"));
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            fields.put(input.group(1), first(VALUE, input.group()));
        }
        Matcher box = BOX.matcher(page);
        while (box.find()) {
            boolean choice = box.group(1).equals("select");
            fields.put(box.group(2), choice ? first(CHOSEN, box.group(3)) : box.group(3));
        }
        fields.put("summary", PUBLISHED);
        fields.remove("_csrf");
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(String html) {
        return URLEncoder.encode(HtmlUtils.htmlUnescape(html), StandardCharsets.UTF_8);
    }

    private void eachJobRanOnce() {
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        count("select count(*) from scheduled_tasks t join config_job_run r on r.job = t.task_name")
                                == RARE.size() + FREQUENT.size());
        for (String job : RARE) {
            assertThat(count("select runs from config_job_run where failure is null and job = ?", job))
                    .as(job)
                    .isEqualTo(1);
        }
    }

    private void aJobThatIsAskedForRunsOnceMore() throws Exception {
        HttpClient admin = LoggedIn.as(proxied, "admin");
        assertThat(LoggedIn.get(proxied, admin, "/admin/jobs?lang=en").body())
                .contains("Run now", "ticket-texts", "wrong-codes");

        LoggedIn.post(proxied, admin, "/admin/jobs", "/admin/jobs/ticket-texts/run", "");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select runs from config_job_run where job = 'ticket-texts'") == 2);
    }

    /** @return the sids that the desk took, whichever node answered; who got no answer sends the same again */
    private List<String> aNodeIsKilledWhileCitizensWrite() throws Exception {
        List<Future<List<String>>> writing = new ArrayList<>();
        try (ExecutorService citizens = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                SmsCitizen citizen = new SmsCitizen(proxied, "+628125559900" + i);
                writing.add(citizens.submit(() -> writes(citizen, 5)));
            }
            nodes.get(1).kill();
        }
        nodes.remove(1);
        List<String> sids = new ArrayList<>();
        for (Future<List<String>> one : writing) {
            sids.addAll(one.get());
        }
        return sids;
    }

    private static List<String> writes(SmsCitizen citizen, int messages) throws IOException, InterruptedException {
        List<String> sids = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            String sid = SmsCitizen.newSid();
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> citizen.post(sid, "syarat bikin kk").statusCode() == 200);
            sids.add(sid);
        }
        return sids;
    }

    private long count(String sql, Object... parameters) {
        return db.sql(sql).params(List.of(parameters)).query(Long.class).single();
    }
}
