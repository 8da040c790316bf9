package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Inbox.FailurePolicy;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The shutdown flag. Whether the desk is on its way down: what fails then is no fault of the message, which its
 * provider still has.
 */
@Component
public class Stopping {

    private volatile boolean now;

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ContextClosedEvent.class)
    void begin() {
        now = true;
    }

    public boolean now() {
        return now;
    }

    /** What is to be done about a failure; nothing is put away that fails because the desk is on its way down. */
    public FailurePolicy judge(Throwable failure) {
        FailurePolicy policy = FailurePolicy.of(failure);
        return now() && policy == FailurePolicy.PUT_AWAY ? FailurePolicy.AWAY : policy;
    }
}
