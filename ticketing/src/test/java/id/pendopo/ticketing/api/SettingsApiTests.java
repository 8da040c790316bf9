package id.pendopo.ticketing.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.settings.KeptCatalogue;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How a program of the office sets its units and categories. */
@TicketingTest
@WithMockUser(
        username = "integration",
        authorities = {"api:read", "api:write", "admin"})
class SettingsApiTests {

    private static final String OFFICE = """
            {"key": "uji-angkutan", "names": {"id": "Dinas Angkutan", "en": "Transport Office"}, "zone": "Asia/Makassar",
             "hours": {"MONDAY": ["08:00-12:00", "13:00-16:00"]},
             "promises": {"COMPLAINT": 3, "INFORMATION_REQUEST": 2, "ASPIRATION": 10}}""";

    private static final String BUSES = """
            {"key": "uji-bus", "names": {"id": "Bus kota"}, "unit": "dinas-perhubungan", "type": "COMPLAINT",
             "visibility": "PUBLIC", "examples": ["bus tidak datang", "halte rusak", "sopir ngebut"]}""";

    private final MockMvcTester http;
    private final KeptCatalogue kept;
    private final Catalogue catalogue;

    @Autowired
    SettingsApiTests(MockMvcTester http, KeptCatalogue kept, Catalogue catalogue) {
        this.http = http;
        this.kept = kept;
        this.catalogue = catalogue;
    }

    @BeforeEach
    void keep() {
        kept.keep();
    }

    @AfterEach
    void restore() {
        kept.restore();
    }

    @Test
    void aUnitIsAddedReadAndChanged() {
        assertThat(post("units", OFFICE)).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"key": "uji-angkutan", "active": true, "hours": {"MONDAY": ["08:00-12:00", "13:00-16:00"]}}""");

        assertThat(post("units", "{\"key\": \"uji-angkutan\", \"address\": \"Jl. Halte 1\"}"))
                .hasStatus(200)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"address": "Jl. Halte 1", "zone": "Asia/Makassar", "names": {"en": "Transport Office"},
                         "promises": {"COMPLAINT": 3}}""");
        assertThat(http.get().uri("/api/v1/units"))
                .bodyText()
                .contains("\"uji-angkutan\"", "\"dinas-pupr\"", "\"version\"");
        assertThat(catalogue.unit("uji-angkutan").orElseThrow().contact().address())
                .isEqualTo("Jl. Halte 1");
    }

    @Test
    void aCategoryIsAddedReadAndChanged() {
        assertThat(post("categories", BUSES)).hasStatus(201);
        assertThat(post("categories", "{\"key\": \"uji-bus\", \"promise\": 2, \"danger\": \"MEDICAL\"}"))
                .hasStatus(200)
                .bodyJson()
                .isLenientlyEqualTo("{\"promise\": 2, \"danger\": \"MEDICAL\", \"unit\": \"dinas-perhubungan\"}");
        assertThat(post("categories", "{\"key\": \"uji-bus\", \"promise\": 0, \"danger\": \"\", \"active\": false}"))
                .bodyJson()
                .doesNotHavePath("$.promise");
        assertThat(http.get().uri("/api/v1/categories"))
                .bodyText()
                .contains("\"uji-bus\"", "halte rusak", "\"lain-lain\"");
        assertThat(catalogue.categories()).extracting("key").doesNotContain("uji-bus");
    }

    @Test
    void aRepeatedCallIsCarriedOutOnce() {
        assertThat(post("units", OFFICE, Optional.of("k1"))).hasStatus(201);
        post("units", "{\"key\": \"uji-angkutan\", \"phone\": \"0411 555\"}");

        assertThat(post("units", OFFICE, Optional.of("k1")))
                .hasStatus(200)
                .bodyJson()
                .isLenientlyEqualTo("{\"phone\": \"0411 555\"}");
        assertThat(post("units", "{\"key\": \"uji-angkutan\", \"phone\": \"1\"}", Optional.of("k1")))
                .hasStatus(422)
                .bodyText()
                .contains("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units | {\"key\": \"bpbd\", \"version\": 99999, \"phone\": \"112\"} | 409 | version",
                "units | {\"key\": \"bpbd\", \"active\": false} | 409 | active",
                "units | {\"key\": \"bpbd\", \"telepon\": \"112\"} | 400 | telepon",
                "units | {\"key\": \"bpbd\", \"hours\": {\"SENIN\": []}} | 400 | JSON",
                "units | {\"key\": \"bpbd\", \"hours\": {\"MONDAY\": [\"16-08\"]}} | 422 | hours",
                "units | {\"key\": \"bpbd\", \"names\": {\"en\": \"Watch Post\"}} | 422 | names",
                "units | {\"key\": \"uji-x\"} | 422 | names",
                "units | {\"names\": {\"id\": \"X\"}} | 400 | key",
                "categories | {\"key\": \"sampah\", \"unit\": \"dinas-sihir\"} | 422 | unit",
                "categories | {\"key\": \"sampah\", \"examples\": [\"satu\"]} | 422 | examples",
                "categories | {\"key\": \"sampah\", \"nama\": 1} | 400 | nama",
                "categories | {\"key\": \"sampah\", \"version\": 99999} | 409 | version"
            })
    void aMistakeIsAProblemThatNamesTheField(String list, String body, int status, String field) {
        MvcTestResult answer = post(list, body);

        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyText().contains(field);
    }

    @ParameterizedTest
    @CsvSource({"units", "categories"})
    @WithMockUser(authorities = {"api:read", "api:write", "desk:read"})
    void isForKeysOfAdministrators(String list) {
        assertThat(http.get().uri("/api/v1/" + list)).hasStatus(403);
        assertThat(post(list, list.equals("units") ? OFFICE : BUSES)).hasStatus(403);
    }

    private MvcTestResult post(String list, String body) {
        return post(list, body, Optional.empty());
    }

    private MvcTestResult post(String list, String body, Optional<String> once) {
        var request = http.post()
                .uri("/api/v1/" + list)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        once.ifPresent(key -> request.header("Idempotency-Key", key));
        return request.exchange();
    }
}
