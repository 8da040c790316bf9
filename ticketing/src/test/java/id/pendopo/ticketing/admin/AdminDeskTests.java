package id.pendopo.ticketing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.alarm.DutyPerson;
import id.pendopo.ticketing.alarm.DutyRoster;
import id.pendopo.ticketing.calendar.JdbcHolidays;
import id.pendopo.ticketing.organisation.Catalogue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TicketingTest
class AdminDeskTests {

    private static final LocalDate DAY = LocalDate.of(2031, 8, 18);

    private final MockMvcTester mvc;
    private final JdbcHolidays holidays;
    private final Catalogue catalogue;
    private final WorkingCalendar calendar;
    private final DutyRoster roster;
    private final Agents agents;

    @Autowired
    AdminDeskTests(
            MockMvc mvc,
            JdbcHolidays holidays,
            Catalogue catalogue,
            WorkingCalendar calendar,
            DutyRoster roster,
            Agents agents) {
        this.agents = agents;
        this.roster = roster;
        this.mvc = MockMvcTester.create(mvc);
        this.holidays = holidays;
        this.catalogue = catalogue;
        this.calendar = calendar;
    }

    @AfterEach
    void takeTheDayAway() {
        holidays.remove(DAY);
        catalogue.refresh();
    }

    private MvcTestResult onDuty(String... fields) {
        MockHttpServletRequestBuilder form = post("/admin/desk/duty");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return as(form);
    }

    @Test
    void whoIsOnDutyIsAddedInOrderAndTakenAway() {
        assertThat(page("/admin/desk/duty")).contains("Saat ini tidak ada petugas piket yang dapat dihubungi.");

        assertThat(onDuty("name", "Joko", "phone", "+62 812-5550-1001", "sms", "true", "dangers", "FIRE"))
                .hasStatus(303);
        assertThat(page("/admin/desk/duty"))
                .contains("Joko", "+6281255501001", "kebakaran", "sepanjang hari")
                .contains("Saat ini tidak ada petugas piket untuk: medis");
        assertThat(onDuty(
                        "name", "Wati", "phone", "+6281255501002", "call", "true", "starts", "22:00", "ends", "06:00"))
                .hasStatus(303);
        assertThat(onDuty("name", "Kepala", "phone", "+6281255501003", "sms", "true", "backup", "true"))
                .hasStatus(303);
        assertThat(page("/admin/desk/duty"))
                .containsSubsequence("Joko", "Wati", "22:00–06:00", "Kepala", "dihubungi terakhir")
                .doesNotContain("Saat ini tidak ada petugas piket");

        long wati = roster.all().get(1).id();
        as(post("/admin/desk/duty/up").param("id", "" + wati));
        assertThat(roster.all()).extracting(DutyPerson::name).containsExactly("Wati", "Joko", "Kepala");
        as(post("/admin/desk/duty/delete").param("id", "" + wati));
        assertThat(roster.all()).extracting(DutyPerson::name).containsExactly("Joko", "Kepala");
    }

    @Test
    void whoIsOnDutyMayHaveAnAccountThatGoesWhenItIsClosed() {
        agents.put(new Agents.Agent("joko", "Pak Joko", "bpbd"));
        onDuty("name", "Joko", "phone", "+6281255501001", "sms", "true", "account", "joko");
        onDuty("name", "Wati", "phone", "+6281255501002", "sms", "true", "account", "siapa");

        assertThat(roster.all()).extracting(DutyPerson::account).containsExactly(Optional.of("joko"), Optional.empty());
        assertThat(page("/admin/desk/duty")).contains("Pak Joko");

        agents.remove("joko");
        assertThat(roster.all()).extracting(DutyPerson::account).containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "'', +6281255501001, true, '', '', Isi nama petugas.",
        "Joko, 0812, true, '', '', Isi nomor telepon dengan kode negara",
        "Joko, +6281255501001, false, '', '', 'Pilih SMS, telepon, atau keduanya.'",
        "Joko, +6281255501001, true, 08:00, '', Isi jam mulai dan jam selesai"
    })
    void nobodyIsOnDutyWithoutAName(String name, String phone, String sms, String starts, String ends, String error) {
        MvcTestResult refused =
                onDuty("name", name, "phone", phone, "sms", sms, "starts", starts, "ends", ends, "dangers", "CRIME");

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains(error, "value=\"CRIME\" checked");
        assertThat(roster.all()).isEmpty();
    }

    @Test
    void aHolidayIsAddedSeenByTheCalendarAndTakenAway() {
        MvcTestResult added = add("2031-08-18", "Hari libur contoh", "Keputusan contoh 1/2031");
        assertThat(added).hasStatus(303).hasHeader("Location", "/admin/desk/holidays#day-2031-08-18");
        assertThat(works()).isFalse();
        assertThat(page("/admin/desk/holidays"))
                .contains("Senin, 18 Agustus 2031", "Hari libur contoh", "Perkiraan", "Keputusan contoh 1/2031");

        as(post("/admin/desk/holidays/delete").param("day", "2031-08-18"));
        assertThat(works()).isTrue();
    }

    private boolean works() {
        return calendar.open(
                "dinas-pupr",
                DAY.atTime(10, 0).atZone(calendar.zone("dinas-pupr")).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "besok, Libur, Keputusan, Isi tanggal",
        "2031-08-18, '', Keputusan, Isi nama hari libur.",
        "2031-08-18, Libur, ' ', Isi sumbernya"
    })
    void saysWhatIsMissing(String day, String name, String source, String words) {
        MvcTestResult result = add(day, name, source);

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains("Hari libur belum ditambahkan", words);
        assertThat(works()).isTrue();
    }

    @Test
    void listsCategoriesAndUnitsWithTheirHoursAndPromises() {
        assertThat(page("/admin/desk/units")).contains("Pengaduan: ", " hari kerja", "Senin", "Asia/Jakarta");
        assertThat(page("/admin/desk/categories")).contains("Jalan", "Pengaduan", "menurut unit");
        assertThat(page("/admin/desk/holidays")).contains("Ditetapkan");
        assertThat(page("/admin/desk")).contains("/admin/desk/units", "/admin/desk/duty", "Hari libur");
    }

    private MvcTestResult add(String day, String name, String source) {
        return as(post("/admin/desk/holidays")
                .param("day", day)
                .param("name.id", name)
                .param("source", source)
                .param("provisional", "true"));
    }

    private String page(String path) {
        return body(as(get(path)));
    }

    private MvcTestResult as(MockHttpServletRequestBuilder request) {
        return mvc.perform(request.locale(Locale.of("id"))
                .with(csrf())
                .with(user("admin").authorities(new SimpleGrantedAuthority("admin"))));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
