package id.pendopo.config.demo;

import id.pendopo.ticketing.Alarms;
import id.pendopo.ui.CountryPack;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody invented who is on duty, so that an emergency of the demonstration rings. */
@Component
@Profile("demo")
class DemoDuty {

    /** The number in the country pack; without it nobody is on duty. */
    private static final String PHONE = "demo.duty";

    private final Alarms alarms;
    private final MessageSource messages;
    private final CountryPack pack;

    DemoDuty(Alarms alarms, MessageSource messages, CountryPack pack) {
        this.pack = pack;
        this.alarms = alarms;
        this.messages = messages;
    }

    @EventListener
    void begin(ApplicationStartedEvent started) {
        pack.setting(PHONE)
                .ifPresent(phone ->
                        alarms.putOnDuty(messages.getMessage("config.demo.duty", null, pack.language()), phone));
    }
}
