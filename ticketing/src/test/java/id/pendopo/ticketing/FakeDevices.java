package id.pendopo.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Devices of people that write down whose were told, once that is committed. */
@Component
public class FakeDevices implements Alarms.Devices {

    private final Map<String, Integer> owned = new ConcurrentHashMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public Set<String> owners() {
        return Set.copyOf(owned.keySet());
    }

    @Override
    public int tell(String login, Ticket ticket, Instant until) {
        int devices = owned.getOrDefault(login, 0);
        if (devices > 0) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    told.add(login);
                }
            });
        }
        return devices;
    }

    /** Somebody has so many. */
    public void give(String login, int devices) {
        owned.put(login, devices);
    }

    /** Whose devices were told, in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    void clear() {
        owned.clear();
        told.clear();
    }
}
