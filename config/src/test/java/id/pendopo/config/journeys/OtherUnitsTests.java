package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No address of the house shows a ticket of another unit to those who see one unit alone, nor a confidential case to those
 * whom its category does not name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherUnitsTests {

    private static final String OWN_UNIT = "dinas-pupr";
    private static final String OTHER_UNIT = "dinas-lingkungan-hidup";
    private static final String REPLY = "Kelelawar ungu menari di atap gedung tua";
    private static final String NOTE = "Gajah hijau berenang di kolam sebelah";
    private static final String SECRET_REPLY = "Burung unta bermain catur di lorong biru";
    private static final String SECRET_NOTE = "Kura-kura perak menulis puisi di dermaga";
    private static final String READER = "agent2";
    private static final String PASSWORD = "sandi-pilihan-sendiri";

    @TempDir
    static Path data;

    private final JsonMapper json = JsonMapper.builder().build();
    private DeskProcess desk;
    private DeskProgram office;
    private HiddenTicket other;
    private HiddenTicket secret;
    private String own;

    @BeforeAll
    void threeTickets() throws Exception {
        desk = DeskProcess.demo(data, Map.of());
        office = new DeskProgram(desk);
        own = reported(OWN_UNIT, "Lampu jalan di depan pasar lama padam");
        other = hidden(reported(OTHER_UNIT, "Sampah dan bau menyengat di gudang pupuk tua"), REPLY, NOTE);
        secret = hidden(reported(OTHER_UNIT, "Lampu jalan di balai timur padam"), SECRET_REPLY, SECRET_NOTE);
        LoggedIn.post(
                desk,
                LoggedIn.as(desk, "admin"),
                "/admin/desk/categories/pungli/readers",
                "/admin/desk/categories/pungli/readers",
                "readers=" + READER);
        moved(secret.code(), "category", "pungli");
    }

    private void moved(String code, String what, String where) throws Exception {
        Map<String, Object> move = Map.of(
                what,
                where,
                "reason",
                "Uji",
                "version",
                office.ticket(code).at("/version").asLong());
        assertThat(office.post("/api/v1/tickets/" + code + "/move", move).statusCode())
                .isEqualTo(200);
    }

    private HiddenTicket hidden(String code, String reply, String note) throws Exception {
        office.reply(code, reply);
        office.post("/api/v1/tickets/" + code + "/notes", Map.of("text", note));
        return new HiddenTicket(desk, code, office.ticket(code).at("/subject").asString(), List.of(reply, note));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void noAddressShowsItToAnAgentOfAnotherUnit() throws Exception {
        assertThat(other.shownTo(LoggedIn.as(desk, "agent2"), Map.of())).isEmpty();
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

        assertThat(other.shownTo(ratna, Map.of())).isEmpty();
    }

    @Test
    void noAddressShowsItToAProgramOfAnotherUnit() throws Exception {
        HttpResponse<String> made = office.post(
                "/api/v1/keys",
                Map.of("name", "papan-pupr", "roles", List.of("supervisor"), "unit", OWN_UNIT, "scope", "unit"));
        String key = json.readTree(made.body()).at("/key").asString();

        assertThat(other.shownTo(HttpClient.newHttpClient(), Map.of("Authorization", "Bearer " + key)))
                .isEmpty();
    }

    /** Otherwise the tests above would find nothing wherever they looked. */
    @Test
    void theSameAddressesShowItToWhoeverSeesEveryUnit() throws Exception {
        assertThat(other.shownTo(LoggedIn.as(desk, "agent"), Map.of()))
                .contains("/desk?view=all", "/desk?q=CODE", "/desk?q=SUBJECT", "/desk/tickets/{code}");
        String key = desk.printed("apikey", "agent").orElseThrow();
        assertThat(other.shownTo(HttpClient.newHttpClient(), Map.of("Authorization", "Bearer " + key)))
                .contains("/api/v1/tickets", "/api/v1/tickets/{code}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "admin", "editor"})
    void noAddressShowsAConfidentialCaseToWhoeverIsNotNamed(String login) throws Exception {
        assertThat(secret.shownTo(LoggedIn.as(desk, login), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "admin"})
    void noAddressShowsAConfidentialCaseToAProgramThatIsNotNamed(String role) throws Exception {
        String key = desk.printed("apikey", role).orElseThrow();

        assertThat(secret.shownTo(HttpClient.newHttpClient(), Map.of("Authorization", "Bearer " + key)))
                .isEmpty();
    }

    @Test
    void theSameAddressesShowAConfidentialCaseToWhoeverIsNamed() throws Exception {
        assertThat(secret.shownTo(LoggedIn.as(desk, READER), Map.of()))
                .contains("/desk?view=all", "/desk?q=CODE", "/desk?q=SUBJECT", "/desk/tickets/{code}");
    }

    @Test
    void breakGlassOpensOneForAReasonThatStandsInTheAudit() throws Exception {
        String code = reported(OTHER_UNIT, "Lampu jalan di taman selatan padam");
        moved(code, "category", "pungli");
        HttpClient admin = LoggedIn.as(desk, "admin");
        assertThat(LoggedIn.get(desk, admin, "/desk/confidential").body())
                .containsPattern("tidak terbuka bagi Anda: [1-9]");
        String form = "code=" + code + "&reason=Pelapor+terancam+malam+ini";

        assertThat(LoggedIn.post(desk, LoggedIn.as(desk, "agent"), "/desk", "/desk/confidential", form)
                        .statusCode())
                .isEqualTo(403);
        assertThat(LoggedIn.post(desk, admin, "/desk/confidential", "/desk/confidential", form)
                        .statusCode())
                .isEqualTo(303);

        assertThat(LoggedIn.get(desk, admin, "/desk/tickets/" + code).body()).contains("taman selatan");
        assertThat(LoggedIn.get(desk, admin, "/admin/audit").body())
                .contains("Pembaca kasus rahasia", READER, "Kasus rahasia yang dibuka", "Pelapor terancam malam ini");
    }

    @Test
    void whatIsNotAskedForIsThere() {
        assertThat(Routes.got())
                .containsAll(HiddenTicket.NOT_ASKED.keySet())
                .containsAll(HiddenTicket.QUERIES.keySet());
    }

    @Test
    void aLiveDeskHearsOfItsOwnUnitAlone() throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        HttpResponse<InputStream> stream = LoggedIn.as(desk, "agent2")
                .send(HttpRequest.newBuilder(desk.uri("/desk/events")).build(), BodyHandlers.ofInputStream());
        try (InputStream body = stream.body()) {
            Thread.ofVirtual().start(() -> listen(body, heard));
            await().until(() -> !heard.isEmpty());
            office.post("/api/v1/tickets/" + other.code() + "/notes", Map.of("text", NOTE));
            office.post("/api/v1/tickets/" + own + "/notes", Map.of("text", NOTE));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> String.join("\n", heard).contains(own));
        }
        assertThat(String.join("\n", heard)).doesNotContain(other.code());
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
            moved(code, "unit", unit);
        }
        return code;
    }
}
