package id.pendopo.channels.gateway.live;

import id.pendopo.channels.LiveEvents;
import id.pendopo.channels.gateway.outbound.AfterCommit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The publisher of live notifications: tells this node's subscribers in process and other nodes by whatever connects
 * them.
 */
@Component
final class NodeLiveEvents implements LiveEvents {

    private static final Logger log = LoggerFactory.getLogger(NodeLiveEvents.class);

    private final Map<String, Set<Look>> looks = new ConcurrentHashMap<>();
    private final SingletonSupplier<Optional<OtherNodes>> otherNodes;

    NodeLiveEvents(ObjectProvider<OtherNodes> otherNodes) {
        this.otherNodes = SingletonSupplier.of(() -> Optional.ofNullable(otherNodes.getIfAvailable()));
    }

    @Override
    public void changed(String topic) {
        AfterCommit.run(() -> {
            tell(topic);
            otherNodes.obtain().ifPresent(nodes -> nodes.tell(topic));
        });
    }

    @Override
    public Subscription subscribe(String topic, Runnable action) {
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

    /** Those on this node alone. */
    void tell(String topic) {
        looks.getOrDefault(topic, Set.of()).forEach(NodeLiveEvents::tell);
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
