package id.pendopo.conversation;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Somebody whose message comes as soon as anything can be understood, before a port is open. */
@Component
public class EarlyBird implements SmartLifecycle {

    private final People people;
    private volatile String heard = "";

    EarlyBird(People people) {
        this.people = people;
    }

    public String heard() {
        return heard;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

    @Override
    public void start() {
        Person early = people.next();
        heard = early.hears("mau lapor jalan rusak depan SD 3 Sukamaju");
    }

    @Override
    public void stop() {
        heard = "";
    }

    @Override
    public boolean isRunning() {
        return !heard.isEmpty();
    }
}
