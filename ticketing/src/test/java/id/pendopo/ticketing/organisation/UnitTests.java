package id.pendopo.ticketing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.calendar.Shift;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitTests {

    @Test
    void keepsItsWordForATypeAndItsSlowestForOneThatItHasNotPromised() {
        Unit unit = promising(Map.of(TicketType.COMPLAINT, 5, TicketType.INFORMATION_REQUEST, 3));

        assertThat(unit.days(TicketType.INFORMATION_REQUEST)).isEqualTo(3);
        assertThat(unit.days(TicketType.ASPIRATION)).isEqualTo(5);
    }

    @Test
    void promisesSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> promising(Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> promising(Map.of(TicketType.COMPLAINT, 0)));
    }

    private static Unit promising(Map<TicketType, Integer> days) {
        return new Unit(
                "office",
                Names.of(Map.of("en", "Office")),
                ZoneOffset.UTC,
                List.of(new Shift(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(16, 0))),
                days);
    }
}
