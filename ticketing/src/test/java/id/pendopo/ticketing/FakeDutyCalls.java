package id.pendopo.ticketing;

import id.pendopo.ticketing.Alarms.Ring;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A telephone that writes down whom it rang, once that is committed. */
@Component
public class FakeDutyCalls implements Alarms.Telephone {

    private final List<Ring> rung = new CopyOnWriteArrayList<>();
    private volatile Set<Means> available = Set.of(Means.SMS, Means.CALL);

    @Override
    public Set<Means> available() {
        return available;
    }

    @Override
    public void ring(Ring ring) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rung.add(ring);
            }
        });
    }

    /** The numbers that were rung, in order. */
    public List<String> rung() {
        return rung.stream().map(Ring::phone).toList();
    }

    public List<Ring> rings() {
        return List.copyOf(rung);
    }

    /** By what the desk can ring from now on. */
    public void available(Set<Means> means) {
        available = means;
    }

    void clear() {
        rung.clear();
        available = Set.of(Means.SMS, Means.CALL);
    }
}
