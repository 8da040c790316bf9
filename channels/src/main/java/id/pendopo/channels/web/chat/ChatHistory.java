package id.pendopo.channels.web.chat;

import id.pendopo.channels.Attachments;
import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.web.Reply;
import id.pendopo.channels.web.sessions.ChatSession;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was said in a chat, for a page that opens again. */
@Component
final class ChatHistory {

    /** Messages each way; a longer chat shows its latest. */
    private static final int LATEST = 100;

    private static final Comparator<Outbox.Sent> IN_ORDER = Comparator.comparingLong(
                    (Outbox.Sent sent) -> sent.message().turn())
            .thenComparingInt(sent -> sent.message().part());

    private final Inbox inbox;
    private final Outbox outbox;
    private final Attachments attachments;

    ChatHistory(Inbox inbox, Outbox outbox, Attachments attachments) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.attachments = attachments;
    }

    /** By turn; within a turn the citizen's message, then the replies. */
    List<ChatEntry> of(ChatSession session) {
        List<Outbox.Sent> sent = outbox.latest(session.address(), LATEST).stream()
                .sorted(IN_ORDER)
                .toList();
        Map<String, String> labels = labels(sent);
        Stream<ChatEntry> citizen =
                inbox.latest(session.address(), LATEST).stream().map(received -> said(received, labels));
        Stream<ChatEntry> desk = sent.stream().map(row -> ChatEntry.of(Reply.of(row.message()), row.at()));
        return Stream.concat(citizen, desk)
                .sorted(Comparator.comparingLong(ChatEntry::turn))
                .toList();
    }

    private static ChatEntry said(Inbox.Received received, Map<String, String> labels) {
        String text = received.choice()
                .map(choice -> labels.getOrDefault(choice, choice))
                .orElse(received.text());
        return new ChatEntry(
                String.valueOf(received.turn()),
                received.turn(),
                received.at(),
                ChatEntry.CITIZEN,
                Optional.empty(),
                text,
                received.location().isPresent(),
                received.attachments().size(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Map<String, String> labels(List<Outbox.Sent> sent) {
        return blocks(sent, Block.Choices.class)
                .flatMap(choices -> choices.choices().stream())
                .collect(Collectors.toMap(Choice::id, Choice::label, (_, latest) -> latest));
    }

    /** The short-lived link to a file, if the desk did send that file to this citizen. */
    Optional<String> link(ChatSession session, String id) {
        return blocks(outbox.latest(session.address(), LATEST), Block.Media.class)
                .map(media -> media.attachment().ref())
                .filter(id::equals)
                .findFirst()
                .flatMap(attachments::link);
    }

    private static <B extends Block> Stream<B> blocks(List<Outbox.Sent> sent, Class<B> type) {
        return sent.stream()
                .flatMap(row -> row.message().blocks().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
