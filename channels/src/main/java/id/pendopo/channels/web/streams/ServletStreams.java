package id.pendopo.channels.web.streams;

import id.pendopo.channels.Address;
import id.pendopo.channels.Limits;
import id.pendopo.channels.LiveEvents;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.sessions.ChatSession;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events: streams served by the web server of the pages; an idle one holds no thread. */
@RestController
public final class ServletStreams implements Streams, Limits.Use {

    static final Duration BEAT = Duration.ofSeconds(15);
    static final int PER_CITIZEN = 8;
    static final String MOST = "streams";
    static final String IDLE = "stream-idle";

    private static final long FOR_EVER = 0;

    private final Outbox outbox;
    private final LiveEvents live;
    private final Limits.Values limits;
    private final Clock clock;
    private final Map<Address, Deque<ChatStream>> streams = new ConcurrentHashMap<>();

    ServletStreams(
            Outbox outbox,
            LiveEvents live,
            Limits.Values limits,
            Clock clock,
            TaskScheduler scheduler,
            ObjectProvider<MeterRegistry> meters) {
        this.limits = limits;
        this.clock = clock;
        this.outbox = outbox;
        this.live = live;
        scheduler.scheduleAtFixedRate(this::beat, BEAT);
        meters.ifAvailable(all -> all.gauge("pendopo.channels.chat.streams", this, ServletStreams::open));
    }

    /**
     * Opens a stream, unless there are too many.
     *
     * @param lastEventId the last event that this client saw; everything after it follows, all of it if there is none
     * @param after the same, for a client that cannot set the header on its first request
     */
    @GetMapping("/api/chat/{conversation}/events")
    ResponseEntity<SseEmitter> events(
            ChatSession session,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after) {
        if (open() >= limits.of(MOST)) {
            throw ChatFailed.full();
        }
        StreamCursor cursor =
                StreamCursor.parse(Optional.ofNullable(lastEventId).or(() -> Optional.ofNullable(after)));
        SseEmitter emitter = new SseEmitter(FOR_EVER);
        ChatStream stream = new ChatStream(session.address(), cursor, emitter, outbox, clock);
        LiveEvents.Subscription news = live.subscribe(LiveEvents.topic(session.address()), stream::wake);
        emitter.onCompletion(() -> {
            news.close();
            forget(stream);
        });
        remember(stream);
        stream.beat();
        stream.wake();
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private void remember(ChatStream stream) {
        Deque<ChatStream> own = streams.compute(stream.citizen(), (_, known) -> {
            Deque<ChatStream> all = known == null ? new ConcurrentLinkedDeque<>() : known;
            all.add(stream);
            return all;
        });
        if (own.size() > PER_CITIZEN) {
            Optional.ofNullable(own.poll()).ifPresent(ChatStream::close);
        }
    }

    private void forget(ChatStream stream) {
        streams.computeIfPresent(stream.citizen(), (_, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void typing(Address citizen) {
        streams.getOrDefault(citizen, new ConcurrentLinkedDeque<>()).forEach(ChatStream::typing);
    }

    /** How many streams are open on this node. */
    int open() {
        return streams.values().stream().mapToInt(Deque::size).sum();
    }

    /** One slow reader must not hold up the others; a stream on which nothing was said for long is ended. */
    void beat() {
        Instant quietSince = clock.instant().minus(Duration.ofMinutes(limits.of(IDLE)));
        streams.values()
                .forEach(all -> all.forEach(stream -> Thread.startVirtualThread(() -> {
                    if (stream.quietSince(quietSince)) {
                        stream.close();
                    } else {
                        stream.beat();
                    }
                })));
    }

    @Override
    public Map<String, Long> now() {
        return Map.of(MOST, (long) open());
    }

    /** Lets the server stop at once; every client comes back with the last event that it saw. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        streams.values().forEach(all -> all.forEach(ChatStream::close));
    }
}
