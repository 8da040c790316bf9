package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.TicketChanges;
import id.pendopo.ticketing.TicketChanges.Changed;
import id.pendopo.ticketing.lifecycle.TicketQueries;
import id.pendopo.ticketing.lifecycle.Viewer;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The server-sent event stream that tells open desks which ticket to look at again: {@code event: ticket}, {@code data:
 * {"code", "version"}}, a comment every 15 s. Of what an agent does not reach they are told at most that something came or
 * went, {@code data: {}}. What was missed while it was cut is not sent again; a desk that
 * reconnects reads its page anew.
 */
@Controller
class DeskEvents {

    private static final int BACKLOG = 256;
    private static final int BEAT_SECONDS = 15;
    private static final Duration KNOWN = Duration.ofSeconds(5);

    private final TicketChanges changes;
    private final TicketQueries queries;
    private final Clock clock;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    DeskEvents(TicketChanges changes, TicketQueries queries, Clock clock) {
        this.changes = changes;
        this.queries = queries;
        this.clock = clock;
    }

    private record News(String code, long version) {}

    /** Whose stream it is, as they were known a few seconds ago. */
    private record Known(Viewer viewer, Instant at) {}

    @GetMapping(path = "/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAuthority('desk:read')")
    SseEmitter events(Principal agent) {
        SseEmitter emitter = new SseEmitter(0L);
        BlockingQueue<Changed> news = new ArrayBlockingQueue<>(BACKLOG);
        TicketChanges.Subscription subscription = changes.subscribe(changed -> {
            if (!news.offer(changed)) {
                open.remove(emitter); // its own thread ends it: this one belongs to whoever changed the ticket
            }
        });
        emitter.onCompletion(() -> {
            open.remove(emitter);
            subscription.close();
        });
        open.add(emitter);
        Thread.ofVirtual().name("desk-events").start(() -> send(emitter, news, agent.getName()));
        return emitter;
    }

    private void send(SseEmitter emitter, BlockingQueue<Changed> news, String login) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            Known known = known(login);
            while (open.contains(emitter)) {
                Changed next = news.poll(BEAT_SECONDS, TimeUnit.SECONDS);
                known = clock.instant().isBefore(known.at().plus(KNOWN)) ? known : known(login);
                tell(emitter, Optional.ofNullable(next), known.viewer());
            }
            emitter.complete();
        } catch (IOException | IllegalStateException | DataAccessException gone) {
            emitter.complete();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Known known(String login) {
        return new Known(queries.viewer(login), clock.instant());
    }

    private void tell(SseEmitter emitter, Optional<Changed> change, Viewer viewer) throws IOException {
        if (change.isEmpty()) {
            emitter.send(SseEmitter.event().comment(""));
            return;
        }
        Changed changed = change.get();
        switch (queries.news(changed, viewer)) {
            case NAMED -> send(emitter, new News(changed.code().digits(), changed.version()));
            case UNNAMED -> send(emitter, Map.of());
            case NONE -> {}
        }
    }

    private static void send(SseEmitter emitter, Object news) throws IOException {
        emitter.send(SseEmitter.event().name("ticket").data(news, MediaType.APPLICATION_JSON));
    }

    /** Lets the server stop at once instead of waiting for desks that never hang up. */
    @EventListener(ContextClosedEvent.class)
    void hangUp() {
        open.forEach(SseEmitter::complete);
    }
}
