package id.pendopo.ticketing.lifecycle;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of retention.
 *
 * @param keep how long personal texts of a closed ticket are kept
 */
@ConfigurationProperties("pendopo.ticketing")
record RetentionProperties(@DefaultValue("2y") Period keep) {}
