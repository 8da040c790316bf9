package id.pendopo.channels.web.chat;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.Block;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.Download;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.ChatMessage;
import id.pendopo.channels.web.WebAdapter;
import id.pendopo.channels.web.sessions.ChatSession;
import id.pendopo.channels.web.streams.Streams;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The intake of chat messages: takes what a citizen says into the desk, once. */
@Component
final class ChatIntake {

    /** How far back a button may still be pressed, in messages of the desk. */
    private static final int BUTTONS_OF = 100;

    private final Inbox inbox;
    private final Outbox outbox;
    private final Attachments attachments;
    private final Streams streams;
    private final ChatLimits limits;
    private final Clock clock;

    ChatIntake(Inbox inbox, Outbox outbox, Attachments attachments, Streams streams, ChatLimits limits, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.attachments = attachments;
        this.streams = streams;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Says a message; one that was said before, by its client's id, gets the answer of the first time.
     *
     * @param language what the citizen chose, empty if nothing was chosen
     * @throws ChatFailed when a button was not offered or a file is not this citizen's
     */
    WebhookAnswer say(ChatSession session, ChatMessage message, Optional<Locale> language) {
        String externalId = session.conversation() + "/" + message.clientId();
        return inbox.stored(session.account(), externalId)
                .orElseGet(() -> inbox.accept(inbound(session, externalId, message, language)));
    }

    /**
     * Keeps a file for a later message.
     *
     * @throws AttachmentRefused when it is too large, or not of a kind that the desk keeps
     */
    Attachments.Stored upload(ChatSession session, MultipartFile file, HttpServletRequest request)
            throws IOException, AttachmentRefused {
        if (file.getSize() > Download.LARGEST) {
            throw new AttachmentRefused(AttachmentRefused.Reason.TOO_LARGE);
        }
        limits.uploads(session, file.getSize(), request);
        return attachments.store(session.address(), file.getBytes());
    }

    private InboundMessage inbound(
            ChatSession session, String externalId, ChatMessage message, Optional<Locale> language) {
        limits.says(session);
        message.choice().ifPresent(choice -> requireOffered(session, choice));
        List<Attachment> files = files(session, message);
        streams.typing(session.address());
        return new InboundMessage(
                session.account(),
                externalId,
                clock.instant(),
                WebAdapter.KIND,
                session.address(),
                message.text(),
                message.choice(),
                message.location(),
                files,
                session.language().or(() -> language));
    }

    private void requireOffered(ChatSession session, String choice) {
        boolean offered = outbox.latest(session.address(), BUTTONS_OF).stream()
                .flatMap(sent -> sent.message().blocks().stream())
                .anyMatch(block -> block instanceof Block.Choices choices
                        && choices.choices().stream().anyMatch(c -> c.id().equals(choice)));
        if (!offered) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "choice");
        }
    }

    private List<Attachment> files(ChatSession session, ChatMessage message) {
        return message.attachments().stream()
                .map(id -> attachments
                        .take(session.address(), id)
                        .orElseThrow(() -> new ChatFailed(HttpStatus.BAD_REQUEST, "attachment")))
                .toList();
    }
}
