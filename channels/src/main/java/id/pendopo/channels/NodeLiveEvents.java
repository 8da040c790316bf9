package id.pendopo.channels;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells this node's subscribers in process and other nodes by whatever connects them. */
@Component
final class NodeLiveEvents implements LiveEvents {

    private final Subscribers subscribers;
    private final ObjectProvider<OtherNodes> otherNodes;

    NodeLiveEvents(Subscribers subscribers, ObjectProvider<OtherNodes> otherNodes) {
        this.subscribers = subscribers;
        this.otherNodes = otherNodes;
    }

    @Override
    public void changed(String topic) {
        AfterCommit.run(() -> {
            subscribers.tell(topic);
            otherNodes.ifAvailable(nodes -> nodes.tell(topic));
        });
    }

    @Override
    public Subscription subscribe(String topic, Runnable look) {
        return subscribers.add(topic, look);
    }
}
