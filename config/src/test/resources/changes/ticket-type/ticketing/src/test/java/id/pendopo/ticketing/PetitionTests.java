package id.pendopo.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.calendar.Shift;
import id.pendopo.ticketing.organisation.Unit;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class PetitionTests {

    @Test
    void isPromisedAnAnswerByUnitsThatDoNotKnowIt() {
        Unit office = new Unit(
                "office",
                Names.of(Map.of("en", "Office")),
                ZoneOffset.UTC,
                List.of(new Shift(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(16, 0))),
                Map.of(TicketType.COMPLAINT, 5));

        assertThat(office.days(TicketType.PETITION)).isEqualTo(5);
    }

    @Test
    void isCalledInBothLanguages() {
        assertThat(name(Locale.ROOT)).isEqualTo("Petisi");
        assertThat(name(Locale.ENGLISH)).isEqualTo("Petition");
    }

    private static String name(Locale language) {
        return ResourceBundle.getBundle("messages.ticketing", language, PetitionTests.class.getClassLoader())
                .getString("ticketing.desk.type.PETITION");
    }
}
