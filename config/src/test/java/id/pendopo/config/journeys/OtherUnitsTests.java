package id.pendopo.config.journeys;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No address of the house shows a ticket of another unit to those who see one unit alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherUnitsTests {

    private static final String OWN_UNIT = "dinas-pupr";
    private static final String OTHER_UNIT = "dinas-lingkungan-hidup";
    private static final String REPLY = "Kelelawar ungu menari di atap gedung tua";
    private static final String NOTE = "Gajah hijau berenang di kolam sebelah";
    private static final String PASSWORD = "sandi-pilihan-sendiri";

    /** Addresses that are not asked for, each with the reason why nothing is lost by it. */
    private static final Map<String, String> NOT_ASKED = Map.ofEntries(
            entry("/desk/events", "never ends; what it says has a test of its own here"),
            entry("/track", "the citizen's own door: a code that somebody has opens its state alone, to everybody"),
            entry("/track/{code}", "as above; words only after a proof of the number"),
            entry("/track/{code}/files/{id}", "as above, after the proof"),
            entry("/api/chat/{conversation}/events", "never ends; opens to the token of the chat itself"));

    private static final Map<String, List<String>> QUERIES = Map.of(
            "/desk",
            List.of("?view=new", "?view=mine", "?view=all", "?view=waiting", "?view=late", "?q=CODE", "?q=SUBJECT"),
            "/desk/tickets/{code}",
            List.of("", "?view=all", "?again=1"),
            "/api/v1/tickets",
            List.of("", "?status=OPEN", "?status=NEW"));

    @TempDir
    static Path data;

    private final JsonMapper json = JsonMapper.builder().build();
    private DeskProcess desk;
    private DeskProgram office;
    private JsonNode other;
    private String own;

    @BeforeAll
    void twoTickets() throws Exception {
        desk = DeskProcess.demo(data, Map.of());
        office = new DeskProgram(desk);
        own = reported(OWN_UNIT, "Lampu jalan di depan pasar lama padam");
        String code = reported(OTHER_UNIT, "Sampah dan bau menyengat di gudang pupuk tua");
        office.reply(code, REPLY);
        office.post("/api/v1/tickets/" + code + "/notes", Map.of("text", NOTE));
        other = office.ticket(code);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void noAddressShowsItToAnAgentOfAnotherUnit() throws Exception {
        assertThat(shownTo(LoggedIn.as(desk, "agent2"), Map.of())).isEmpty();
    }

    @Test
    void noAddressShowsItToASupervisorOfAnotherUnit() throws Exception {
        HttpResponse<String> made = office.post(
                "/api/v1/people",
                Map.of(
                        "login",
                        "ratna",
                        "name",
                        "Ratna",
                        "roles",
                        List.of("supervisor"),
                        "unit",
                        OWN_UNIT,
                        "scope",
                        "unit"));
        HttpClient ratna = LoggedIn.browser();
        LoggedIn.tries(
                desk, ratna, "ratna", json.readTree(made.body()).at("/password").asString());
        LoggedIn.post(desk, ratna, "/password", "/password", "password=" + PASSWORD);
        assertThat(LoggedIn.get(desk, ratna, "/desk/outbox").statusCode()).isEqualTo(200);

        assertThat(shownTo(ratna, Map.of())).isEmpty();
    }

    @Test
    void noAddressShowsItToAProgramOfAnotherUnit() throws Exception {
        HttpResponse<String> made = office.post(
                "/api/v1/keys",
                Map.of("name", "papan-pupr", "roles", List.of("supervisor"), "unit", OWN_UNIT, "scope", "unit"));
        String key = json.readTree(made.body()).at("/key").asString();

        assertThat(shownTo(HttpClient.newHttpClient(), Map.of("Authorization", "Bearer " + key)))
                .isEmpty();
    }

    /** Otherwise the tests above would find nothing wherever they looked. */
    @Test
    void theSameAddressesShowItToWhoeverSeesEveryUnit() throws Exception {
        assertThat(shownTo(LoggedIn.as(desk, "agent"), Map.of()))
                .contains("/desk?view=all", "/desk?q=CODE", "/desk?q=SUBJECT", "/desk/tickets/{code}");
        String key = desk.printed("apikey", "agent").orElseThrow();
        assertThat(shownTo(HttpClient.newHttpClient(), Map.of("Authorization", "Bearer " + key)))
                .contains("/api/v1/tickets", "/api/v1/tickets/{code}");
    }

    @Test
    void whatIsNotAskedForIsThere() {
        assertThat(Routes.got()).containsAll(NOT_ASKED.keySet()).containsAll(QUERIES.keySet());
    }

    @Test
    void aLiveDeskHearsOfItsOwnUnitAlone() throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        HttpResponse<InputStream> stream = LoggedIn.as(desk, "agent2")
                .send(HttpRequest.newBuilder(desk.uri("/desk/events")).build(), BodyHandlers.ofInputStream());
        try (InputStream body = stream.body()) {
            Thread.ofVirtual().start(() -> listen(body, heard));
            await().until(() -> !heard.isEmpty());
            office.post("/api/v1/tickets/" + code() + "/notes", Map.of("text", NOTE));
            office.post("/api/v1/tickets/" + own + "/notes", Map.of("text", NOTE));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> String.join("\n", heard).contains(own));
        }
        assertThat(String.join("\n", heard)).doesNotContain(code());
    }

    private static void listen(InputStream body, Queue<String> heard) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            lines.lines().forEach(heard::add);
        } catch (IOException | UncheckedIOException over) {
            heard.add("over");
        }
    }

    /** A report that somebody at the office moved to a unit; nobody has it. */
    private String reported(String unit, String text) throws Exception {
        ReportVisitor citizen = new ReportVisitor(desk, text);
        citizen.begins();
        citizen.goesOnTo("/check");
        String code = citizen.sendsIt();
        JsonNode ticket = office.ticket(code);
        if (!ticket.at("/unit").asString().equals(unit)) {
            Map<String, Object> move = Map.of(
                    "unit",
                    unit,
                    "reason",
                    "Uji",
                    "version",
                    ticket.at("/version").asLong());
            assertThat(office.post("/api/v1/tickets/" + code + "/move", move).statusCode())
                    .isEqualTo(200);
        }
        return code;
    }

    private List<String> shownTo(HttpClient somebody, Map<String, String> headers) throws Exception {
        List<String> shown = new ArrayList<>();
        for (String route : Routes.got()) {
            for (String query : QUERIES.getOrDefault(route, List.of(""))) {
                if (!NOT_ASKED.containsKey(route) && shows(somebody, headers, route, query)) {
                    shown.add(route + query);
                }
            }
        }
        return shown;
    }

    private boolean shows(HttpClient somebody, Map<String, String> headers, String route, String query)
            throws Exception {
        String asked = query.replace("CODE", code()).replace("SUBJECT", encoded(subject()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(desk.uri(filled(route) + asked)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        HttpResponse<byte[]> answer = somebody.send(request.build(), BodyHandlers.ofByteArray());
        // What somebody asks for stands in the answer again: the address, and the words in the search box.
        String body = new String(answer.body(), StandardCharsets.UTF_8).replace(filled(route), "")
                + answer.headers().map();
        String page = query.contains("SUBJECT") ? withoutEcho(body, subject()) : body;
        String others = query.contains("CODE") ? withoutEcho(page, code()) : page;
        return words().anyMatch(others::contains);
    }

    private static String withoutEcho(String page, String typed) {
        return page.replaceAll("value=\"" + typed + "\"", "")
                .replaceAll("q=" + encoded(typed).replace("+", "(?:\\+|%20)"), "")
                .replaceAll("“" + typed + "”", "");
    }

    private Stream<String> words() {
        String code = code();
        String grouped = code.substring(0, 3) + " " + code.substring(3, 6) + " " + code.substring(6);
        return Stream.of(code, grouped, subject(), REPLY, NOTE);
    }

    private String filled(String route) {
        return route.replace("{code}", code())
                .replace("{slug}", "kk-hilang")
                .replace("{language}", "id")
                .replaceAll("\\{\\*?[^}]+}", "1");
    }

    private String code() {
        return other.at("/code").asString();
    }

    private String subject() {
        return other.at("/subject").asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
