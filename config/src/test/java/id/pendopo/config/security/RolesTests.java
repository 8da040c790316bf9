package id.pendopo.config.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Agents.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTests {

    @Test
    void mayDoWhatEachOfThemMay() {
        Roles both = Roles.of(List.of("editor", "agent")).orElseThrow();

        assertThat(both.authorities()).contains("desk:reply", "knowledge:edit").doesNotHaveDuplicates();
        assertThat(both.programAuthorities()).contains("api:write", "knowledge:edit");
        assertThat(both.workTickets()).isTrue();
        assertThat(both.keys()).isEqualTo("agent,editor");
    }

    @Test
    void anUnknownOneMakesNone() {
        assertThat(Roles.of(List.of("agent", "boss"))).isEmpty();
        assertThat(Roles.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "agent, dinas-pupr, UNIT",
        "agent, , ALL",
        "editor, dinas-pupr, UNIT",
        "supervisor, dinas-pupr, AGENCY",
        "'agent,supervisor', dinas-pupr, AGENCY",
        "supervisor, , ALL",
        "admin, dinas-pupr, ALL"
    })
    void usuallySeeAsFarAsTheirUnit(String roles, String unit, Scope scope) {
        assertThat(Grant.usualScope(Roles.of(List.of(roles.split(","))).orElseThrow(), Optional.ofNullable(unit)))
                .isEqualTo(scope);
    }
}
