package id.pendopo.ticketing.organisation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the seed data.
 *
 * @param catalogue the file of units and categories that an empty desk starts with
 * @param holidays the file of decreed holidays
 */
@ConfigurationProperties("pendopo.ticketing")
record CatalogueProperties(
        @DefaultValue("classpath:ticketing/catalogue.json") String catalogue,
        @DefaultValue("classpath:ticketing/holidays.json") String holidays) {}
