package id.pendopo.ticketing.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.TicketingTestApplication.Audited;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.organisation.Catalogue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an administrator sets of units and categories by the pages, and what tickets make of it. */
@TicketingTest
class SettingsPagesTests {

    private static final String EXAMPLES = "bus kota tidak datang\nhalte rusak\nsopir bus ngebut";

    private final MockMvcTester mvc;
    private final KeptCatalogue kept;
    private final Catalogue catalogue;
    private final WorkingCalendar calendar;
    private final UnitSettings units;
    private final CategorySettings categories;
    private final Tickets tickets;
    private final Audited audited;
    private final Clock clock;

    @Autowired
    SettingsPagesTests(
            MockMvcTester mvc,
            KeptCatalogue kept,
            Catalogue catalogue,
            WorkingCalendar calendar,
            UnitSettings units,
            CategorySettings categories,
            Tickets tickets,
            Audited audited,
            Clock clock) {
        this.clock = clock;
        this.mvc = mvc;
        this.kept = kept;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.units = units;
        this.categories = categories;
        this.tickets = tickets;
        this.audited = audited;
    }

    @BeforeEach
    void keep() {
        kept.keep();
        audited.changes().clear();
    }

    @AfterEach
    void restore() {
        kept.restore();
    }

    private static Map<String, String> office() {
        Map<String, String> form = new HashMap<>(Map.of(
                "key", "uji-angkutan",
                "name.id", "Dinas Angkutan",
                "name.en", "Transport Office",
                "zone", "Asia/Jayapura",
                "address", "Jl. Halte 1",
                "phone", "0967 555 0101",
                "active", "true"));
        for (String day : new String[] {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"}) {
            form.put("hours-" + day, day.startsWith("S") ? "" : "08.00–12.00, 13:00-15:30");
        }
        for (TicketType type : TicketType.values()) {
            form.put("promises-" + type, "4");
        }
        return form;
    }

    private static Map<String, String> buses() {
        return new HashMap<>(Map.of(
                "key", "uji-bus",
                "name.id", "Bus kota",
                "unit", "uji-angkutan",
                "type", "COMPLAINT",
                "visibility", "PUBLIC",
                "promise", "2",
                "danger", "",
                "examples", EXAMPLES,
                "active", "true"));
    }

    @Test
    void aNewUnitAndItsCategoryGetTicketsByTheirHoursAndPromises() {
        assertThat(send("/admin/desk/units", office())).hasStatus(303);
        assertThat(send("/admin/desk/categories", buses())).hasStatus(303);

        Ticket ticket = opened("uji-bus");

        assertThat(ticket.unit()).isEqualTo("uji-angkutan");
        assertThat(ticket.due()).contains(calendar.plusWorkingDays("uji-angkutan", clock.instant(), 2));
        assertThat(body(page("/track/" + ticket.code()))).contains("Dinas Angkutan · Jl. Halte 1 · 0967 555 0101");
        assertThat(calendar.open(
                        "uji-angkutan",
                        LocalDate.of(2031, 3, 3)
                                .atTime(12, 30)
                                .atZone(calendar.zone("uji-angkutan"))
                                .toInstant()))
                .as("the break")
                .isFalse();
        assertThat(tickets.categories()).extracting(Category::key).endsWith("uji-bus", "lain-lain");
        assertThat(body(page("/admin/desk/units"))).contains("Dinas Angkutan", "Jl. Halte 1", "08.00–12.00");
        assertThat(body(page("/admin/desk/units?saved=uji-angkutan"))).contains("Dinas Angkutan: tersimpan.");
        assertThat(audited.changes())
                .extracting(change -> change.kind() + " " + change.subject())
                .containsExactly("ticketing.change.unit uji-angkutan", "ticketing.change.category uji-bus");
        assertThat(audited.changes().getFirst().before()).isEmpty();
    }

    @Test
    void aCategoryOfADangerRingsThoseOnDuty() {
        send("/admin/desk/units", office());
        Map<String, String> form = buses();
        form.put("danger", "FIRE");
        send("/admin/desk/categories", form);

        assertThat(opened("uji-bus").danger()).contains(Ticket.Danger.FIRE);
        assertThat(tickets.categories())
                .filteredOn(one -> one.key().equals("uji-bus"))
                .extracting(Category::danger)
                .containsExactly(Optional.of(Ticket.Danger.FIRE));
    }

    @Test
    void aUnitIsSwitchedOffOnceNothingIsLeftToDo() {
        send("/admin/desk/units", office());
        send("/admin/desk/categories", buses());
        Ticket ticket = opened("uji-bus");

        Map<String, String> off = new HashMap<>(office());
        off.remove("active");
        assertThat(body(changed("units", "uji-angkutan", off, 409))).contains("1 kategori masih menuju unit ini");

        Map<String, String> gone = buses();
        gone.remove("active");
        changed("categories", "uji-bus", gone, 303);
        assertThat(tickets.categories()).extracting(Category::key).doesNotContain("uji-bus");
        assertThat(body(changed("units", "uji-angkutan", off, 409))).contains("1 tiket unit ini belum selesai");

        tickets.handle(
                new TicketCommand.Move(
                        ticket.code(), ticket.version(), Optional.empty(), Optional.of("dinas-perhubungan"), "Pindah"),
                Actor.agent("ani"));
        changed("units", "uji-angkutan", off, 303);

        assertThat(body(page("/admin/desk/units"))).contains("Dinas Angkutan", "nonaktif");
        Ticket other = opened("sampah");
        assertThatExceptionOfType(Tickets.UnknownDestination.class)
                .isThrownBy(() -> tickets.handle(
                        new TicketCommand.Move(
                                other.code(), other.version(), Optional.empty(), Optional.of("uji-angkutan"), "Salah"),
                        Actor.agent("ani")));
        assertThat(tickets.find(ticket.code()).orElseThrow().category()).isEqualTo("uji-bus");
        assertThat(opened("uji-bus").unit())
                .as("what was begun before goes to who takes the rest")
                .isEqualTo(catalogue.categories().getLast().unit());
    }

    @Test
    void theLastCategoryStays() {
        for (Category one : tickets.categories()) {
            Map<String, String> off =
                    new HashMap<>(Map.of("name.id", one.names().in(Locale.of("id"))));
            int status = tickets.categories().size() == 1 ? 409 : 303;
            changed("categories", one.key(), off, status);
        }
        assertThat(tickets.categories()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"units, bpbd, Pos Siaga", "categories, sampah, Sampah kota"})
    void whoWasSlowerIsToldAndOverwritesNothing(String list, String key, String name) {
        int seen = version(list, key);
        Map<String, String> form = new HashMap<>(Map.of("name.id", name, "active", "true", "version", "" + seen));
        assertThat(send("/admin/desk/" + list + "/" + key, form)).hasStatus(303);

        form.put("name.id", "Nama lain");
        MvcTestResult late = send("/admin/desk/" + list + "/" + key, form);

        assertThat(late).hasStatus(409);
        assertThat(body(late)).contains("Orang lain baru saja mengubahnya", "Buka yang terbaru", "value=\"Nama lain\"");
        assertThat(body(page("/admin/desk/" + list))).contains(name).doesNotContain("Nama lain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units | key | Dinas Baru | Kunci memakai huruf kecil",
                "units | name.id | '' | Isi nama dalam bahasa pertama",
                "units | hours-MONDAY | 12:00-08:00 | Tulis jam seperti 07:30-12:00",
                "units | hours-MONDAY | 08:00-12:00, 11:00-15:00 | Tulis jam seperti 07:30-12:00",
                "units | promises-COMPLAINT | 0 | Tulis hari kerja dengan angka",
                "units | zone | Asia/Wakanda | Pilih zona waktu",
                "units | phone | telepon saya | Tulis nomor telepon dengan angka",
                "units | key | bpbd | Kunci itu sudah dipakai",
                "categories | examples | satu saja | 3 sampai 200 contoh kalimat",
                "categories | unit | dinas-sihir | Pilih unit yang menerima tiket",
                "categories | visibility | ANONYMOUS | Pilih kerahasiaan dari daftar",
                "categories | promise | seminggu | Tulis hari kerja dengan angka"
            })
    void aMistakeIsNamedAndWhatWasTypedStays(String list, String field, String typed, String words) {
        Map<String, String> form = list.equals("units") ? office() : buses();
        form.put("unit", "bpbd");
        form.put(field, typed);

        MvcTestResult refused = send("/admin/desk/" + list, form);

        assertThat(refused.getResponse().getStatus()).isIn(409, 422);
        assertThat(body(refused)).contains("Belum tersimpan", "href=\"#" + field + "\"", words);
        assertThat(units.find("uji-angkutan")).isEmpty();
        assertThat(categories.find("uji-bus")).isEmpty();
        assertThat(audited.changes()).isEmpty();
    }

    private Ticket opened(String category) {
        NewTicket draft = Drafts.of(category);
        return tickets.handle(new TicketCommand.Open(draft), Actor.CITIZEN);
    }

    private int version(String list, String key) {
        return list.equals("units") ? units.version(key) : categories.version(key);
    }

    private MvcTestResult changed(String list, String key, Map<String, String> form, int status) {
        Map<String, String> current = new HashMap<>(form);
        current.put("version", "" + version(list, key));
        MvcTestResult answer = send("/admin/desk/" + list + "/" + key, current);
        assertThat(answer).hasStatus(status);
        return answer;
    }

    private MvcTestResult page(String path) {
        return mvc.get()
                .uri(path)
                .locale(Locale.of("id"))
                .with(user("dewi").authorities(new SimpleGrantedAuthority("admin")))
                .exchange();
    }

    private MvcTestResult send(String path, Map<String, String> fields) {
        var form = mvc.post()
                .uri(path)
                .locale(Locale.of("id"))
                .with(csrf())
                .with(user("dewi").authorities(new SimpleGrantedAuthority("admin")));
        fields.forEach(form::param);
        return form.exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
