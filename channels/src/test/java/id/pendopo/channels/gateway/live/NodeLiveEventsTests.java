package id.pendopo.channels.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class NodeLiveEventsTests {

    private final NodeLiveEvents subscribers =
            new NodeLiveEvents(new StaticListableBeanFactory().getBeanProvider(OtherNodes.class));

    @Test
    void aPageThatHasGoneFailsNobodyElse() {
        AtomicInteger told = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            subscribers.subscribe("address/web/1", told::incrementAndGet);
            subscribers.subscribe("address/web/1", () -> {
                throw new IllegalStateException("gone");
            });
        }

        assertThatNoException().isThrownBy(() -> subscribers.tell("address/web/1"));
        assertThat(told).hasValue(5);
    }
}
