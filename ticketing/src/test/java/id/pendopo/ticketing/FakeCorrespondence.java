package id.pendopo.ticketing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody who corresponds, by SMS, as far as a test told him. Nobody can be reached before that. */
@Component
public class FakeCorrespondence implements Correspondence {

    private static final int SEGMENT = 160;
    private static final int MOST = 3;

    private final Set<TicketCode> held = ConcurrentHashMap.newKeySet();
    private final Map<TicketCode, List<Line>> said = new ConcurrentHashMap<>();
    private final Map<Long, List<Long>> persons = new ConcurrentHashMap<>();
    private final Map<TicketCode, List<File>> files = new ConcurrentHashMap<>();
    private final Map<TicketCode, CitizenCard> citizens = new ConcurrentHashMap<>();
    private final Map<TicketCode, ReplyWindow> windows = new ConcurrentHashMap<>();

    void clear() {
        files.clear();
        held.clear();
        said.clear();
        citizens.clear();
        persons.clear();
        windows.clear();
    }

    public void knows(TicketCode code, CitizenCard citizen, List<Line> lines) {
        citizens.put(code, citizen);
        said.put(code, lines);
    }

    @Override
    public List<Line> transcript(Ticket ticket, Locale language) {
        return said.getOrDefault(ticket.code(), List.of());
    }

    /** Follows what the desk tells, as a conversation does. */
    @EventListener
    void hear(TicketEvent event) {
        switch (event) {
            case TicketEvent.FloorTaken taken -> holds(taken.ticket());
            case TicketEvent.FloorReturned returned ->
                held.remove(returned.ticket().code());
            case TicketEvent.TicketClosed closed -> held.remove(closed.ticket().code());
            case TicketEvent.AgentReplied _, TicketEvent.CitizenNotice _ -> {}
        }
    }

    /** An agent speaks with the citizen from now on. */
    public void holds(Ticket ticket) {
        held.add(ticket.code());
    }

    /** Two conversations are with one person. */
    public void samePerson(long one, long other) {
        persons.put(other, List.of(one, other));
    }

    @Override
    public List<Long> ofSamePerson(long conversation) {
        return persons.getOrDefault(conversation, List.of(conversation));
    }

    @Override
    public boolean held(Ticket ticket) {
        return held.contains(ticket.code());
    }

    @Override
    public Optional<CitizenCard> citizen(Ticket ticket) {
        return Optional.ofNullable(citizens.get(ticket.code()));
    }

    @Override
    public Optional<ReplyLimits> limits(Ticket ticket, String text) {
        int segments = Math.max(1, (text.length() + SEGMENT - 1) / SEGMENT);
        return citizen(ticket)
                .map(citizen -> new ReplyLimits(
                        "smsmain (twilio-sms)",
                        text.length(),
                        segments * SEGMENT,
                        segments,
                        MOST,
                        text.contains("ê") ? "ê" : "",
                        Allowance.FREE));
    }

    /** The citizen of a ticket writes on a line with a reply window. */
    public void stands(TicketCode code, ReplyWindow window) {
        windows.put(code, window);
    }

    @Override
    public Optional<ReplyWindow> window(Ticket ticket, Optional<String> speaker, String text, Locale language) {
        return Optional.ofNullable(windows.get(ticket.code()));
    }

    @Override
    public Channel channel(String kind) {
        return switch (kind) {
            case "twilio-sms" -> new Channel("sms", "sms");
            case "web" -> new Channel(kind, kind);
            case "telegram" -> new Channel(kind, "app");
            default -> Channel.PLAIN;
        };
    }

    /** Files are kept by their words: {@code VIRUS} is none to keep. */
    @Override
    public File keep(Ticket ticket, String name, byte[] file) throws FileRefused {
        String words = new String(file, StandardCharsets.UTF_8);
        if (words.equals("VIRUS")) {
            throw new FileRefused("infected");
        }
        String type = words.startsWith("JPEG") ? "image/jpeg" : "application/pdf";
        File kept = new File(UUID.randomUUID().toString(), type, 120 * 1024, "stored", name);
        files.computeIfAbsent(ticket.code(), _ -> new CopyOnWriteArrayList<>()).add(kept);
        return kept;
    }

    @Override
    public List<File> files(Ticket ticket, List<String> ids) {
        return files.getOrDefault(ticket.code(), List.of()).stream()
                .filter(file -> ids.contains(file.id()))
                .toList();
    }

    @Override
    public Optional<String> link(String attachment) {
        return Optional.of("/attachments/" + attachment + "?until=1&signature=s");
    }
}
