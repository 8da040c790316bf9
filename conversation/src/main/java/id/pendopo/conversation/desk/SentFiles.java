package id.pendopo.conversation.desk;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.ticketing.Correspondence.File;
import id.pendopo.ticketing.Correspondence.FileRefused;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The files that agents send: kept for their ticket, then put into the messages that carry them. */
@Component
class SentFiles {

    private final ObjectProvider<Attachments> attachments;
    private final ObjectProvider<Attachments.OfDesk> store;

    SentFiles(ObjectProvider<Attachments> attachments, ObjectProvider<Attachments.OfDesk> store) {
        this.attachments = attachments;
        this.store = store;
    }

    /** @throws FileRefused when it is not kept */
    File keep(Ticket ticket, String name, byte[] file) throws FileRefused {
        Attachments.OfDesk desk = store.getIfAvailable();
        if (desk == null) {
            throw new FileRefused("unreachable");
        }
        try {
            Attachments.Stored kept = desk.store(owner(ticket), name, file);
            return file(kept.id()).orElseThrow(() -> new FileRefused("unreadable"));
        } catch (AttachmentRefused refused) {
            throw new FileRefused(refused.reason().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String owner(Ticket ticket) {
        return ticket.code().digits();
    }

    /** How the ticket's own files fare. */
    List<File> of(Ticket ticket, List<String> ids) {
        return store.stream()
                .flatMap(desk -> ids.stream().filter(id -> desk.has(owner(ticket), id)))
                .flatMap(id -> file(id).stream())
                .toList();
    }

    /** How a file fares. */
    Optional<File> file(String id) {
        return Optional.ofNullable(attachments.getIfAvailable())
                .flatMap(files -> files.standing(id))
                .map(standing -> file(id, standing));
    }

    private static File file(String id, Attachments.Standing standing) {
        String state =
                standing.refused().map(Enum::name).orElse(standing.state().name());
        return new File(
                id,
                standing.type(),
                standing.size(),
                state.toLowerCase(Locale.ROOT),
                standing.name().orElse(""));
    }

    /** Within the transaction of the event: what goes along with it. A picture needs no name, which a camera gave it. */
    List<Block.Media> take(TicketEvent event) {
        return event instanceof TicketEvent.AgentReplied replied
                ? store.stream()
                        .flatMap(desk -> replied.files().stream().flatMap(id -> media(desk, replied.ticket(), id)))
                        .toList()
                : List.of();
    }

    private Stream<Block.Media> media(Attachments.OfDesk desk, Ticket ticket, String id) {
        return desk
                .take(owner(ticket), id)
                .map(file -> new Block.Media(file, picture(file) ? "" : named(id), desk.share(id)))
                .stream();
    }

    private static boolean picture(Attachment file) {
        return file.type().startsWith("image/");
    }

    private String named(String id) {
        return file(id).map(File::name).orElse("");
    }

    /**
     * The messages that words and files become: a messenger has one file in each, so that each is told of and tried again by
     * itself; a text message or a letter has all of them.
     *
     * @param words what is said; may be empty
     */
    static List<List<Block>> messages(List<Block> words, List<Block.Media> files, Family family) {
        if (files.size() < 2 || family != Family.RICH) {
            List<Block> all = Stream.concat(words.stream(), files.stream()).toList();
            return all.isEmpty() ? List.of() : List.of(all);
        }
        List<List<Block>> messages = new ArrayList<>();
        messages.add(Stream.concat(words.stream(), Stream.of(files.getFirst())).toList());
        files.stream().skip(1).forEach(file -> messages.add(List.of(file)));
        return messages;
    }
}
