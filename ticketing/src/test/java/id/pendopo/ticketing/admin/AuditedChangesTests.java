package id.pendopo.ticketing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.TicketingTestApplication.Audited;
import id.pendopo.ticketing.alarm.DutyRoster;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.settings.UnitSettings;
import id.pendopo.ui.ChangeLog.Change;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What administrators change of the desk is written down. */
@TicketingTest
class AuditedChangesTests {

    private final MockMvcTester mvc;
    private final Audited audited;
    private final DutyRoster roster;
    private final Catalogue catalogue;
    private final UnitSettings units;
    private Names unit = Names.of(Map.of("id", "x"));

    @Autowired
    AuditedChangesTests(MockMvc mvc, Audited audited, DutyRoster roster, Catalogue catalogue, UnitSettings units) {
        this.units = units;
        this.mvc = MockMvcTester.create(mvc);
        this.audited = audited;
        this.roster = roster;
        this.catalogue = catalogue;
    }

    @BeforeEach
    void begin() {
        unit = catalogue.unit("bpbd").orElseThrow().names();
        audited.changes().clear();
        roster.all().forEach(person -> roster.remove(person.id()));
    }

    @AfterEach
    void restore() {
        catalogue.nameUnit("bpbd", unit);
        roster.all().forEach(person -> roster.remove(person.id()));
    }

    @Test
    void aHolidayThatComesAndGoes() {
        send("/admin/desk/holidays", Map.of("day", "2031-08-19", "name.id", "Hari Uji", "source", "SKB 2030"));
        send("/admin/desk/holidays/delete", Map.of("day", "2031-08-19"));

        assertThat(audited.changes())
                .extracting(Change::actor, Change::kind, Change::subject)
                .containsExactly(
                        tuple("dewi", "ticketing.change.holiday", "2031-08-19"),
                        tuple("dewi", "ticketing.change.holiday", "2031-08-19"));
        Change added = audited.changes().getFirst();
        assertThat(added.before()).isEmpty();
        assertThat(added.after()).containsEntry("ticketing.admin.desk.source", "SKB 2030");
        assertThat(audited.changes().getLast().before()).isEqualTo(added.after());
        assertThat(audited.changes().getLast().after()).isEmpty();
    }

    @Test
    void whoIsOnDutyWithoutTheirNumber() {
        send("/admin/desk/duty", Map.of("name", "Joko", "phone", "+6281255501001", "sms", "true"));

        assertThat(audited.changes()).hasSize(1);
        Change added = audited.changes().getFirst();
        assertThat(added.subject()).isEqualTo("Joko");
        assertThat(added.after()).containsEntry("ticketing.admin.duty.phone", "…001");
        assertThat(added.toString()).doesNotContain("81255501001");
    }

    @Test
    void aNameThatChanges() {
        send("/admin/desk/units/bpbd", named("BPBD Uji"));
        send("/admin/desk/units/bpbd", named("BPBD Uji"));

        assertThat(audited.changes()).hasSize(1);
        assertThat(audited.changes().getFirst().kind()).isEqualTo("ticketing.change.unit");
        assertThat(audited.changes().getFirst().after()).containsEntry("ticketing.admin.desk.name", "id: BPBD Uji");
    }

    private Map<String, String> named(String name) {
        return Map.of("name.id", name, "active", "true", "version", "" + units.version("bpbd"));
    }

    @Test
    void nothingThatWasRefused() {
        send("/admin/desk/holidays", Map.of("day", "kapan-kapan"));

        assertThat(audited.changes()).isEmpty();
    }

    private void send(String path, Map<String, String> fields) {
        var form = post(path).with(csrf()).with(user("dewi").authorities(new SimpleGrantedAuthority("admin")));
        fields.forEach(form::param);
        mvc.perform(form);
    }
}
