package id.pendopo.conversation.desk;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.channels.DeliveryReasons;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.store.AnonymousFiles;
import id.pendopo.ticketing.Correspondence.File;
import id.pendopo.ticketing.Correspondence.Line;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts one message of a conversation into a line of a ticket's transcript. */
@Component
class TranscriptLines {

    /** What a message is called that has no words: as the conversation writes it into the ticket. */
    private static final String FILE_ALONE = "📎";

    private static final Pattern CODE = Pattern.compile("(?<!\\d )\\b\\d{3} \\d{3}\\b(?! \\d)");

    private final DeliveryReasons reasons;
    private final SentFiles files;

    TranscriptLines(DeliveryReasons reasons, SentFiles files) {
        this.reasons = reasons;
        this.files = files;
    }

    /**
     * A line and where it stands.
     *
     * @param about its own time, or that of a later line which its conversation had said before
     */
    record Placed(Instant about, long turn, int part, Line line) {

        Placed notBefore(Instant earlier) {
            return about.isBefore(earlier) ? new Placed(earlier, turn, part, line) : this;
        }
    }

    Optional<Placed> alone(AnonymousFiles.File came) {
        List<File> kept = files(List.of(new Attachment("", came.attachment())));
        Line line = new Line(
                Optional.empty(),
                came.at(),
                "citizen",
                FILE_ALONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                kept);
        return Optional.of(new Placed(came.at(), 0, -1, line)).filter(_ -> !kept.isEmpty());
    }

    Placed citizens(Inbox.Received message, Map<Long, List<Long>> events) {
        String place = message.location().map(at -> at.lat() + ", " + at.lon()).orElse("");
        String said = Stream.of(
                        message.text(),
                        message.choice().map(choice -> "[" + choice + "]").orElse(""),
                        place)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        String text = said.isEmpty() && !message.attachments().isEmpty() ? FILE_ALONE : said;
        Line line = new Line(
                Optional.empty(),
                message.at(),
                "citizen",
                text,
                events.getOrDefault(message.turn(), List.of()),
                Optional.empty(),
                Optional.empty(),
                files(message.attachments()));
        return new Placed(message.at(), message.turn(), -1, line);
    }

    private List<File> files(List<Attachment> sent) {
        return sent.stream().flatMap(file -> files.file(file.ref()).stream()).toList();
    }

    Placed ours(Outbox.Sent sent, Set<Long> secret, Map<Long, List<Long>> events, Locale language) {
        OutboundMessage message = sent.message();
        String author = message.author().name().toLowerCase(Locale.ROOT);
        String state = sent.state().name().toLowerCase(Locale.ROOT);
        String text = message.blocks().stream()
                .map(TranscriptLines::plain)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
        Line line = new Line(
                Optional.of(sent.id()),
                sent.at(),
                author,
                secret.contains(message.turn()) ? CODE.matcher(text).replaceAll("••• •••") : text,
                events.getOrDefault(message.turn(), List.of()),
                Optional.of(state),
                sent.reason().map(reason -> reasons.inWords(reason, language)),
                files(message.blocks().stream()
                        .filter(Block.Media.class::isInstance)
                        .map(block -> ((Block.Media) block).attachment())
                        .toList()));
        return new Placed(sent.at(), message.turn(), message.part(), line);
    }

    private static String plain(Block block) {
        return switch (block) {
            case Block.Text text -> text.text();
            case Block.Choices choices ->
                choices.choices().stream().map(Choice::label).collect(Collectors.joining(" / ", "[", "]"));
            case Block.Source source -> source.title() + " (" + source.date() + ")";
            case Block.Link link -> link.label();
            // Named by its file.
            case Block.Media _, Block.LocationRequest _ -> "";
            case Block.HandoverNotice notice -> notice.text();
            case Block.CallStep step -> step.text();
        };
    }
}
