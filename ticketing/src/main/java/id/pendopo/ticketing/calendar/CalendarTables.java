package id.pendopo.ticketing.calendar;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class CalendarTables {

    @Bean
    KeptTables calendarKept() {
        return () -> List.of(Table.without("ticket_holiday", "names no person"));
    }
}
