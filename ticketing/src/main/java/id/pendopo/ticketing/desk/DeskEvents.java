package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.TicketChanges;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The server-sent event stream that tells open desks which ticket to look at again: {@code event: ticket}, {@code data:
 * {"code", "version"}}, a comment every 15 s. What was missed while it was cut is not sent again; a desk that
 * reconnects reads its page anew.
 */
@Controller
class DeskEvents {

    private static final int BACKLOG = 256;
    private static final int BEAT_SECONDS = 15;

    private final TicketChanges changes;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    DeskEvents(TicketChanges changes) {
        this.changes = changes;
    }

    private record News(String code, long version) {}

    @GetMapping(path = "/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAuthority('desk:read')")
    SseEmitter events() {
        SseEmitter emitter = new SseEmitter(0L);
        BlockingQueue<News> news = new ArrayBlockingQueue<>(BACKLOG);
        TicketChanges.Subscription subscription = changes.subscribe(changed -> {
            if (!news.offer(new News(changed.code().digits(), changed.version()))) {
                open.remove(emitter); // its own thread ends it: this one belongs to whoever changed the ticket
            }
        });
        emitter.onCompletion(() -> {
            open.remove(emitter);
            subscription.close();
        });
        open.add(emitter);
        Thread.ofVirtual().name("desk-events").start(() -> send(emitter, news));
        return emitter;
    }

    private void send(SseEmitter emitter, BlockingQueue<News> news) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            while (open.contains(emitter)) {
                News next = news.poll(BEAT_SECONDS, TimeUnit.SECONDS);
                emitter.send(
                        next == null
                                ? SseEmitter.event().comment("")
                                : SseEmitter.event().name("ticket").data(next, MediaType.APPLICATION_JSON));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the server stop at once instead of waiting for desks that never hang up. */
    @EventListener(ContextClosedEvent.class)
    void hangUp() {
        open.forEach(SseEmitter::complete);
    }
}
