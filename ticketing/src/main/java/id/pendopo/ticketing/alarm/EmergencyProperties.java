package id.pendopo.ticketing.alarm;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How emergencies are handled.
 *
 * @param clock until when somebody at the desk should have answered; told to no citizen
 * @param answerWithin how long a person on duty has before the next one is rung
 * @param rounds how often everybody on duty is rung, from 1
 * @param crowd the how manieth emergency of one person rings no telephone any more, from 2
 * @param crowdWithin the time within which they are counted
 */
@ConfigurationProperties("pendopo.ticketing.emergency")
public record EmergencyProperties(
        @DefaultValue("15m") Duration clock,
        @DefaultValue("2m") Duration answerWithin,
        @DefaultValue("3") int rounds,
        @DefaultValue("5") int crowd,
        @DefaultValue("1h") Duration crowdWithin) {

    public EmergencyProperties {
        if (rounds < 1 || crowd < 2 || !clock.isPositive() || !answerWithin.isPositive()) {
            throw new IllegalArgumentException("pendopo.ticketing.emergency: 1 round or more, a crowd of 2 or more");
        }
    }
}
