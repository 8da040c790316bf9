package id.pendopo.ticketing;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ticket desk.
 *
 * @param keep how long personal texts of a closed ticket are kept
 * @param catalogue the file of units and categories that an empty desk starts with
 * @param holidays the file of decreed holidays
 */
@ConfigurationProperties("pendopo.ticketing")
record TicketingProperties(
        @DefaultValue("2y") Period keep,
        @DefaultValue("classpath:ticketing/catalogue.json") String catalogue,
        @DefaultValue("classpath:ticketing/holidays.json") String holidays) {}
