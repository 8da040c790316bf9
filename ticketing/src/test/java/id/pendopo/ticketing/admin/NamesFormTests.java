package id.pendopo.ticketing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.settings.CategorySettings;
import id.pendopo.ticketing.settings.UnitSettings;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TicketingTest
class NamesFormTests {

    private final MockMvcTester mvc;
    private final Catalogue catalogue;
    private final UnitSettings units;
    private final CategorySettings categories;
    private Names unit = Names.of(Map.of("id", "x"));
    private Names category = Names.of(Map.of("id", "x"));

    @Autowired
    NamesFormTests(MockMvcTester mvc, Catalogue catalogue, UnitSettings units, CategorySettings categories) {
        this.units = units;
        this.categories = categories;
        this.mvc = mvc;
        this.catalogue = catalogue;
    }

    @BeforeEach
    void remember() {
        unit = catalogue.unit("bpbd").orElseThrow().names();
        category = catalogue.known("sampah").category().names();
    }

    @AfterEach
    void restore() {
        catalogue.nameUnit("bpbd", unit);
        catalogue.nameCategory("sampah", category);
    }

    @Test
    void hasAFieldForEachLanguageOfTheDesk() {
        assertThat(read("/admin/desk/categories/sampah", "id"))
                .contains(
                        "name=\"name.id\"",
                        "name=\"name.en\"",
                        "name=\"name.jv\"",
                        "name=\"name.su\"",
                        "Nama dalam bahasa Jawa",
                        category.in(Locale.ENGLISH));
    }

    @Test
    void namesAUnitForReadersOfEachLanguage() {
        MvcTestResult saved = exchange(mvc.post()
                .uri("/admin/desk/units/bpbd")
                .param("name.id", " Pos Siaga ")
                .param("name.en", "Watch Post")
                .param("name.jv", "Pos Jaga")
                .param("name.su", "")
                .param("active", "true")
                .param("version", "" + units.version("bpbd")));

        assertThat(saved).hasStatus(303).hasHeader("Location", "/admin/desk/units?saved=bpbd");
        assertThat(catalogue.unit("bpbd").orElseThrow().names().texts())
                .isEqualTo(Map.of("id", "Pos Siaga", "en", "Watch Post", "jv", "Pos Jaga"));
        assertThat(read("/admin/desk/units", "id")).contains("Pos Siaga", "id=\"units-bpbd\"");
        assertThat(read("/admin/desk/units", "en")).contains("Watch Post");
        assertThat(read("/admin/desk/units", "jv")).contains("Pos Jaga");
        assertThat(read("/admin/desk/units", "su")).contains("Pos Siaga");
    }

    @Test
    void namesACategoryForCitizensOfEachLanguage() {
        exchange(mvc.post()
                .uri("/admin/desk/categories/sampah")
                .param("name.id", "Sampah")
                .param("name.su", "Runtah")
                .param("active", "true")
                .param("version", "" + categories.version("sampah")));

        assertThat(catalogue.known("sampah").category().name(Locale.of("su"))).isEqualTo("Runtah");
        assertThat(catalogue.known("sampah").category().name(Locale.ENGLISH)).isEqualTo("Sampah");
    }

    @ParameterizedTest
    @CsvSource({
        "units/bpbd, id, Isi nama dalam bahasa pertama",
        "categories/sampah, en, Give the name in the first language"
    })
    void asksForTheNameInTheDesksOwnLanguage(String address, String reader, String words) {
        MvcTestResult refused = exchange(mvc.post()
                .uri("/admin/desk/" + address)
                .locale(Locale.of(reader))
                .param("name.id", " ")
                .param("name.en", "Watch Post"));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains(words, "value=\"Watch Post\"");
        assertThat(catalogue.unit("bpbd").orElseThrow().names()).isEqualTo(unit);
        assertThat(catalogue.known("sampah").category().names()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({"units/tidak-ada", "categories/tidak-ada"})
    void knowsNothingElse(String address) {
        assertThat(exchange(mvc.get().uri("/admin/desk/" + address))).hasStatus(404);
        assertThat(exchange(mvc.post().uri("/admin/desk/" + address).param("name.id", "x")))
                .hasStatus(404);
    }

    @Test
    void isForAdministrators() {
        assertThat(mvc.get()
                        .uri("/admin/desk/units/bpbd")
                        .with(user("ani").authorities(new SimpleGrantedAuthority("desk:read"))))
                .hasStatus(403);
    }

    private String read(String address, String reader) {
        return body(exchange(mvc.get().uri(address).locale(Locale.of(reader))));
    }

    private static MvcTestResult exchange(MockMvcRequestBuilder request) {
        return request.with(csrf())
                .with(user("admin").authorities(new SimpleGrantedAuthority("admin")))
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
