package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.calendar.UnitCalendar;
import id.pendopo.ticketing.calendar.UnitCalendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The business calendars of the units in the cached catalogue. */
@Configuration(proxyBeanMethods = false)
class CatalogueCalendar {

    @Bean
    WorkingCalendar workingCalendar(Catalogue catalogue) {
        return new UnitCalendars(key ->
                catalogue.unit(key).map(unit -> new UnitCalendar(unit.zone(), unit.shifts(), catalogue::holiday)));
    }
}
