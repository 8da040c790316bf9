package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Agent;
import id.pendopo.ticketing.Agents.Reach;
import id.pendopo.ticketing.Agents.Reader;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ticketing.TicketingTest;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How far those who read tickets see, as the directory knows it. */
@TicketingTest
class ScopesTests {

    private final Agents agents;

    @Autowired
    ScopesTests(Agents agents) {
        this.agents = agents;
    }

    @Test
    void anAgentsScopeIsFoundByTheNameOfThePrincipal() {
        agents.put(new Agent("agus", "Agus", "dinas-pupr", Scope.UNIT));

        assertThat(agents.reach("agus")).contains(new Reach(Optional.of("dinas-pupr"), Scope.UNIT));
        assertThat(agents.find("agus").orElseThrow().scope()).isEqualTo(Scope.UNIT);
    }

    @Test
    void aChangedScopeIsTheNewOne() {
        agents.put(new Agent("agus", "Agus", "dinas-pupr", Scope.ALL));
        agents.put(new Agent("agus", "Agus", "bpbd", Scope.OWN));

        assertThat(agents.reach("agus")).contains(new Reach(Optional.of("bpbd"), Scope.OWN));
    }

    @Test
    void aProgramHasAReachAndIsAssignedNothing() {
        agents.putReader(new Reader("figures", new Reach(Optional.of("bpbd"), Scope.UNIT)));

        assertThat(agents.reach("figures")).contains(new Reach(Optional.of("bpbd"), Scope.UNIT));
        assertThat(agents.find("figures")).isEmpty();
        assertThat(agents.all()).extracting(Agent::login).doesNotContain("figures");
    }

    @Test
    void aProgramMayHaveNoUnit() {
        agents.putReader(new Reader("all-figures", new Reach(Optional.empty(), Scope.ALL)));

        assertThat(agents.reach("all-figures")).contains(new Reach(Optional.empty(), Scope.ALL));
    }

    @Test
    void whoIsGoneReachesNothing() {
        agents.put(new Agent("wati", "Wati", "bpbd", Scope.ALL));
        agents.putReader(new Reader("old-figures", new Reach(Optional.empty(), Scope.ALL)));

        agents.remove("wati");
        agents.removeReader("old-figures");

        assertThat(agents.reach("wati")).isEmpty();
        assertThat(agents.reach("old-figures")).isEmpty();
        assertThat(agents.reach("nobody")).isEmpty();
    }

    @Test
    void unitsAreKnownByTheirKeys() {
        assertThat(agents.units()).containsKeys("dinas-pupr", "bpbd");
        assertThat(agents.units().get("bpbd").in(Locale.of("id"))).isNotBlank();
    }
}
