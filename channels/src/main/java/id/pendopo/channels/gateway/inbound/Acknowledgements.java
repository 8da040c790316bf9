package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.adapter.Acknowledging;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Acknowledges requests asynchronously: does what lines owe their providers beside an answer, while nobody waits. */
@Component
public class Acknowledgements {

    private static final Logger log = LoggerFactory.getLogger(Acknowledgements.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** After the commit of a request's events. */
    public void after(ConnectedAccount connected, Acknowledging acknowledging, WebhookRequest request) {
        try {
            threads.execute(() -> show(acknowledging, connected, request));
        } catch (RejectedExecutionException stopping) {
            log.debug("Line {}: a courtesy was left out, the desk is stopping", connected.name());
        }
    }

    private static void show(Acknowledging acknowledging, ConnectedAccount connected, WebhookRequest request) {
        try {
            acknowledging.acknowledge(connected.account(), request);
        } catch (SendFailed failed) {
            log.debug("Line {}: a courtesy was not taken ({})", connected.name(), failed.code());
        } catch (RuntimeException mistake) {
            log.error(
                    "Line {}: a courtesy failed: {}",
                    connected.name(),
                    mistake.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
