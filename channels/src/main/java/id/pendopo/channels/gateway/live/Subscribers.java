package id.pendopo.channels.gateway.live;

import id.pendopo.channels.LiveEvents;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The subscriptions of this node: who on this node looks at what. */
@Component
final class Subscribers {

    private static final Logger log = LoggerFactory.getLogger(Subscribers.class);

    private final Map<String, Set<Look>> looks = new ConcurrentHashMap<>();

    LiveEvents.Subscription add(String topic, Runnable action) {
        Look look = new Look(action);
        looks.compute(topic, (_, known) -> {
            Set<Look> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(look);
            return all;
        });
        return () -> remove(topic, look);
    }

    private void remove(String topic, Look look) {
        looks.computeIfPresent(topic, (_, known) -> {
            known.remove(look);
            return known.isEmpty() ? null : known;
        });
    }

    void tell(String topic) {
        looks.getOrDefault(topic, Set.of()).forEach(Subscribers::tell);
    }

    /** Whoever tells has committed already: a page that has just gone must not make that look failed. */
    private static void tell(Look look) {
        try {
            look.action().run();
        } catch (RuntimeException gone) {
            log.warn("a live page could not be told: {}", gone.getClass().getSimpleName());
        }
    }

    /** Whether somebody looks at what a person was told. */
    boolean lookAtAddresses() {
        return looks.keySet().stream().anyMatch(topic -> topic.startsWith(LiveEvents.ADDRESSES));
    }

    /** Two looks are never the same, whatever they do. */
    private static final class Look {

        private final Runnable action;

        Look(Runnable action) {
            this.action = action;
        }

        Runnable action() {
            return action;
        }
    }
}
