package id.pendopo.conversation.desk;

import id.pendopo.channels.Attachments;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Choice;
import id.pendopo.channels.DeliveryReasons;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.DeskEnding;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.TurnEnding;
import id.pendopo.conversation.linking.LinkedConversations;
import id.pendopo.conversation.store.Citizens;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Transcripts for the desk: what was said with a ticket's citizen, and what a reply would cost. */
@Component
class Transcripts implements Correspondence {

    /** What a message is called that has no words: as the conversation writes it into the ticket. */
    private static final String FILE_ALONE = "📎";

    /** How turns end that say a code which is for the citizen alone. */
    private static final Set<TurnEnding> SECRET = Set.of(Ending.CODE_SENT, Ending.MOVE_OFFERED, DeskEnding.CODE_SENT);

    private static final Pattern CODE = Pattern.compile("(?<!\\d )\\b\\d{3} \\d{3}\\b(?! \\d)");

    private final ConversationStore rows;
    private final LinkedConversations linked;
    private final Citizens citizens;
    private final Inbox inbox;
    private final Outbox outbox;
    private final ChannelAccounts lines;
    private final DeliveryReasons reasons;
    private final Wording wording;
    private final ObjectProvider<Attachments> attachments;

    Transcripts(
            ConversationStore rows,
            LinkedConversations linked,
            Citizens citizens,
            Inbox inbox,
            Outbox outbox,
            ChannelAccounts lines,
            DeliveryReasons reasons,
            Wording wording,
            ObjectProvider<Attachments> attachments) {
        this.rows = rows;
        this.linked = linked;
        this.citizens = citizens;
        this.inbox = inbox;
        this.outbox = outbox;
        this.lines = lines;
        this.reasons = reasons;
        this.wording = wording;
        this.attachments = attachments;
    }

    /**
     * A line and where it stands.
     *
     * @param about its own time, or that of a later line which its conversation had said before
     */
    private record Placed(Instant about, long turn, int part, Line line) {

        private Placed notBefore(Instant earlier) {
            return about.isBefore(earlier) ? new Placed(earlier, turn, part, line) : this;
        }
    }

    /** Of the conversation where the ticket was opened everything; of others what was said since it went on there. */
    @Override
    public List<Line> transcript(Ticket ticket, Locale language) {
        Stream<Placed> first =
                ticket.conversation().stream().flatMap(id -> said(id, ticket.code(), Instant.MIN, language));
        Stream<Placed> others = linked.of(ticket.code()).stream()
                .filter(link -> !ticket.conversation().equals(Optional.of(link.conversation())))
                .flatMap(link -> said(link.conversation(), ticket.code(), link.opened(), language));
        return Stream.concat(first, others)
                .sorted(Comparator.comparing(Placed::about))
                .map(Placed::line)
                .toList();
    }

    /** The conversation's own record, wherever the citizen speaks of the ticket. */
    @Override
    public boolean held(Ticket ticket) {
        return Stream.concat(linked.current(ticket).stream(), linked.all(ticket).stream())
                .distinct()
                .flatMap(id -> rows.open(id).stream())
                .anyMatch(row -> held(row.conversation(), ticket));
    }

    @Override
    public List<Long> ofSamePerson(long conversation) {
        return linked.ofPerson(conversation);
    }

    /** A conversation from before it was noted whose agent it is belongs to every agent. */
    private static boolean held(Conversation conversation, Ticket ticket) {
        List<String> held = conversation.state().held();
        return held.isEmpty()
                ? conversation.floor() == Floor.AGENT
                : held.contains(ticket.code().digits());
    }

    /** One conversation's lines in the order of its turns, with times that never fall. */
    private Stream<Placed> said(long conversation, TicketCode code, Instant since, Locale language) {
        Set<Long> secret = rows.turns(conversation, SECRET);
        Map<Long, List<Long>> events = rows.ticketEvents(conversation, code);
        List<Placed> inOrder = new ArrayList<>();
        Stream.concat(
                        inbox.received(conversation).stream().map(message -> citizens(message, events)),
                        outbox.sent(conversation).stream().map(sent -> ours(sent, secret, events, language)))
                .sorted(Comparator.comparingLong(Placed::turn).thenComparingInt(Placed::part))
                .forEach(placed -> inOrder.add(
                        inOrder.isEmpty()
                                ? placed
                                : placed.notBefore(inOrder.getLast().about())));
        return inOrder.stream().filter(placed -> !placed.about().isBefore(since));
    }

    @Override
    public Optional<CitizenCard> citizen(Ticket ticket) {
        return linked.current(ticket).flatMap(rows::find).map(row -> card(row, ticket));
    }

    @Override
    public Optional<ReplyLimits> limits(Ticket ticket, String text) {
        return linked.current(ticket)
                .filter(_ -> ticket.contactConsent())
                .flatMap(rows::find)
                .map(ConversationRow::conversation)
                .flatMap(line -> limits(line, text));
    }

    @Override
    public Channel channel(String kind) {
        Capabilities known = lines.kinds().of(kind);
        return new Channel(known.name(), known.icon());
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

    private CitizenCard card(ConversationRow row, Ticket ticket) {
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

    private String consent(ConversationRow row, ZoneId zone) {
        Locale reader = LocaleContextHolder.getLocale();
        return citizens.consent(row.citizen(), Command.Purpose.CONTACT)
                .map(consent -> wording.text(
                        consent.given() ? "card.consent.given" : "card.consent.refused",
                        reader,
                        DateTimeFormatter.ofPattern("d MMMM uuuu", reader)
                                .format(consent.at().atZone(zone))))
                .orElseGet(() -> wording.text("card.consent.unasked", reader));
    }

    private Placed citizens(Inbox.Received message, Map<Long, List<Long>> events) {
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
                files(message));
        return new Placed(message.at(), message.turn(), -1, line);
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

    private Placed ours(Outbox.Sent sent, Set<Long> secret, Map<Long, List<Long>> events, Locale language) {
        OutboundMessage message = sent.message();
        String author = message.author().name().toLowerCase(Locale.ROOT);
        String state = sent.state().name().toLowerCase(Locale.ROOT);
        String text = message.blocks().stream()
                .map(Transcripts::plain)
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
                List.of());
        return new Placed(sent.at(), message.turn(), message.part(), line);
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
