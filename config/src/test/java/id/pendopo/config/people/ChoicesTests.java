package id.pendopo.config.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Names;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.ui.ExtendedModelMap;

class ChoicesTests {

    private final Agents agents = mock(Agents.class);
    private final Choices choices = new Choices(agents, new StaticMessageSource(), Clock.systemUTC());

    ChoicesTests() {
        Map<String, Names> units = new LinkedHashMap<>();
        units.put("dinas-pupr", Names.of(Map.of("id", "Dinas PUPR")));
        units.put("dinas-lama", Names.of(Map.of("id", "Dinas lama")));
        when(agents.units()).thenReturn(units);
        when(agents.activeUnits()).thenReturn(Set.of("dinas-pupr"));
    }

    @Test
    void offerNoUnitThatIsSwitchedOff() {
        assertThat(offered("")).containsExactly("dinas-pupr");
        assertThat(offered("dinas-pupr")).containsExactly("dinas-pupr");
    }

    @Test
    void keepTheOneThatAPersonHas() {
        assertThat(offered("dinas-lama")).containsExactly("dinas-pupr", "dinas-lama");
    }

    private List<String> offered(String unit) {
        ExtendedModelMap model = new ExtendedModelMap();
        choices.into(
                model,
                new GrantForm("ani", "Ani", List.of("agent"), unit, ""),
                Optional.empty(),
                Stream.of(),
                Locale.of("id"));
        return ((List<?>) model.getAttribute("units"))
                .stream().map(one -> ((Choices.Option) one).key()).toList();
    }
}
