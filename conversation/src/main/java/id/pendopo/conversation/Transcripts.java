package id.pendopo.conversation;

import id.pendopo.channels.Attachments;
import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.channels.DeliveryReasons;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Lines;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.engine.Command;
import id.pendopo.conversation.engine.Conversation;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows the desk what was said with a ticket's citizen, and what a reply would cost. */
@Component
class Transcripts implements Correspondence {

    /** What a message is called that has no words: as the conversation writes it into the ticket. */
    private static final String FILE_ALONE = "📎";

    private final ConversationRows rows;
    private final Citizens citizens;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Lines lines;
    private final DeliveryReasons reasons;
    private final Wording wording;
    private final ObjectProvider<Attachments> attachments;

    Transcripts(
            ConversationRows rows,
            Citizens citizens,
            Inbox inbox,
            Outbox outbox,
            Lines lines,
            DeliveryReasons reasons,
            Wording wording,
            ObjectProvider<Attachments> attachments) {
        this.rows = rows;
        this.citizens = citizens;
        this.inbox = inbox;
        this.outbox = outbox;
        this.lines = lines;
        this.reasons = reasons;
        this.wording = wording;
        this.attachments = attachments;
    }

    private record Placed(long turn, int part, Line line) {}

    @Override
    public List<Line> transcript(Ticket ticket, Locale language) {
        return ticket.conversation()
                .map(id -> Stream.concat(
                                inbox.received(id).stream().map(this::citizens),
                                outbox.sent(id).stream().map(sent -> ours(sent, language)))
                        .sorted(Comparator.comparingLong(Placed::turn).thenComparingInt(Placed::part))
                        .map(Placed::line)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<CitizenCard> citizen(Ticket ticket) {
        return ticket.conversation().flatMap(rows::find).map(row -> card(row, ticket));
    }

    @Override
    public Optional<ReplyLimits> limits(Ticket ticket, String text) {
        return ticket.conversation()
                .filter(_ -> ticket.contactConsent())
                .flatMap(rows::find)
                .map(ConversationRows.Row::conversation)
                .flatMap(line -> limits(line, text));
    }

    @Override
    public Optional<String> link(String attachment) {
        return Optional.ofNullable(attachments.getIfAvailable()).flatMap(files -> files.link(attachment));
    }

    private Optional<ReplyLimits> limits(Conversation line, String text) {
        String account = line.address().account();
        return lines.written(line.address())
                .flatMap(to -> lines.meter(to.account(), text))
                .map(meter -> new ReplyLimits(
                        account + " (" + meter.kind() + ")",
                        meter.used(),
                        meter.fits(),
                        meter.segments(),
                        meter.maxSegments(),
                        meter.forces()));
    }

    private CitizenCard card(ConversationRows.Row row, Ticket ticket) {
        Conversation line = row.conversation();
        return new CitizenCard(
                line.address().masked(),
                line.kind(),
                line.language().getLanguage(),
                consent(row, ticket.zone()),
                citizens.tickets(row.citizen()).stream()
                        .filter(code -> !code.equals(ticket.code()))
                        .toList());
    }

    private String consent(ConversationRows.Row row, ZoneId zone) {
        Locale reader = LocaleContextHolder.getLocale();
        return citizens.consent(row.citizen(), Command.Purpose.CONTACT)
                .map(consent -> wording.text(
                        consent.given() ? "card.consent.given" : "card.consent.refused",
                        reader,
                        DateTimeFormatter.ofPattern("d MMMM uuuu", reader)
                                .format(consent.at().atZone(zone))))
                .orElseGet(() -> wording.text("card.consent.unasked", reader));
    }

    private Placed citizens(Inbox.Received message) {
        String place = message.location().map(at -> at.lat() + ", " + at.lon()).orElse("");
        String said = Stream.of(
                        message.text(),
                        message.choice().map(choice -> "[" + choice + "]").orElse(""),
                        place)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        String text = said.isEmpty() && !message.attachments().isEmpty() ? FILE_ALONE : said;
        Line line = new Line(message.at(), "citizen", text, Optional.empty(), Optional.empty(), files(message));
        return new Placed(message.turn(), -1, line);
    }

    private List<File> files(Inbox.Received message) {
        Attachments known = attachments.getIfAvailable();
        return known == null
                ? List.of()
                : message.attachments().stream()
                        .flatMap(
                                file -> known.standing(file.ref()).map(standing -> file(file.ref(), standing)).stream())
                        .toList();
    }

    private static File file(String id, Attachments.Standing standing) {
        String state =
                standing.refused().map(Enum::name).orElse(standing.state().name());
        return new File(id, standing.type(), standing.size(), state.toLowerCase(Locale.ROOT));
    }

    private Placed ours(Outbox.Sent sent, Locale language) {
        OutboundMessage message = sent.message();
        String author = message.author().name().toLowerCase(Locale.ROOT);
        String state = sent.state().name().toLowerCase(Locale.ROOT);
        String text = message.blocks().stream()
                .map(Transcripts::plain)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
        Line line = new Line(
                sent.at(),
                author,
                text,
                Optional.of(state),
                sent.reason().map(reason -> reasons.inWords(reason, language)));
        return new Placed(message.turn(), message.part(), line);
    }

    private static String plain(Block block) {
        return switch (block) {
            case Block.Text text -> text.text();
            case Block.Choices choices ->
                choices.choices().stream().map(Choice::label).collect(Collectors.joining(" / ", "[", "]"));
            case Block.Source source -> source.title() + " (" + source.date() + ")";
            case Block.Link link -> link.label();
            case Block.Media media -> media.caption();
            case Block.LocationRequest _ -> "";
            case Block.HandoverNotice notice -> notice.text();
            case Block.CallStep step -> step.text();
        };
    }
}
