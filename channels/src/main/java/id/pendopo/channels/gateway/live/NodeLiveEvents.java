package id.pendopo.channels.gateway.live;

import id.pendopo.channels.LiveEvents;
import id.pendopo.channels.gateway.outbound.AfterCommit;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The publisher of live notifications: tells this node's subscribers in process and other nodes by whatever connects
 * them.
 */
@Component
final class NodeLiveEvents implements LiveEvents {

    private final Subscribers subscribers;
    private final SingletonSupplier<Optional<OtherNodes>> otherNodes;

    NodeLiveEvents(Subscribers subscribers, ObjectProvider<OtherNodes> otherNodes) {
        this.subscribers = subscribers;
        this.otherNodes = SingletonSupplier.of(() -> Optional.ofNullable(otherNodes.getIfAvailable()));
    }

    @Override
    public void changed(String topic) {
        AfterCommit.run(() -> {
            subscribers.tell(topic);
            otherNodes.obtain().ifPresent(nodes -> nodes.tell(topic));
        });
    }

    @Override
    public Subscription subscribe(String topic, Runnable look) {
        return subscribers.add(topic, look);
    }
}
