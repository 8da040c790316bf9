package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.calendar.UnitCalendar;
import id.pendopo.ticketing.calendar.UnitCalendars;
import id.pendopo.ui.ChangePoll;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of the cached catalogue: its units' business calendars, and the poll that keeps it fresh. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    ChangePoll cataloguePoll(Catalogue catalogue, @Value("${pendopo.workers:true}") boolean workers) {
        return new ChangePoll("units and categories", catalogue::follow, workers);
    }

    @Bean
    WorkingCalendar workingCalendar(Catalogue catalogue) {
        return new UnitCalendars(key ->
                catalogue.unit(key).map(unit -> new UnitCalendar(unit.zone(), unit.shifts(), catalogue::holiday)));
    }
}
