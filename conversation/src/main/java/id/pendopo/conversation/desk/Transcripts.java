package id.pendopo.conversation.desk;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Limits;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.desk.TranscriptLines.Placed;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.DeskEnding;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.TurnEnding;
import id.pendopo.conversation.linking.LinkedConversations;
import id.pendopo.conversation.store.AnonymousFiles;
import id.pendopo.conversation.store.Citizens;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.conversation.store.TicketTurns;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Transcripts for the desk: what was said with a ticket's citizen, and what a reply would cost. */
@Component
class Transcripts implements Correspondence {

    /** How turns end that say a code which is for the citizen alone. */
    private static final Set<TurnEnding> SECRET = Set.of(Ending.CODE_SENT, Ending.MOVE_OFFERED, DeskEnding.CODE_SENT);

    private final ConversationStore rows;
    private final LinkedConversations linked;
    private final Citizens citizens;
    private final TicketTurns turns;
    private final AnonymousFiles nameless;
    private final Inbox inbox;
    private final Outbox outbox;
    private final ChannelAccounts lines;
    private final ReplyOutlooks outlooks;
    private final Wording wording;
    private final TranscriptLines words;
    private final ObjectProvider<Attachments> attachments;
    private final Limits.ReplyPolicy policy;
    private final SentFiles files;

    Transcripts(
            ConversationStore rows,
            LinkedConversations linked,
            Citizens citizens,
            TicketTurns turns,
            AnonymousFiles nameless,
            Inbox inbox,
            Outbox outbox,
            ChannelAccounts lines,
            ReplyOutlooks outlooks,
            Wording wording,
            TranscriptLines words,
            ObjectProvider<Attachments> attachments,
            Limits.ReplyPolicy policy,
            SentFiles files) {
        this.files = files;
        this.policy = policy;
        this.outlooks = outlooks;
        this.rows = rows;
        this.linked = linked;
        this.citizens = citizens;
        this.turns = turns;
        this.nameless = nameless;
        this.inbox = inbox;
        this.outbox = outbox;
        this.lines = lines;
        this.wording = wording;
        this.words = words;
        this.attachments = attachments;
    }

    /**
     * What was said of the ticket: its report, and what was added to it or answered since, wherever it went on. Of an
     * anonymous report only the files are left.
     */
    @Override
    public List<Line> transcript(Ticket ticket, Locale language) {
        Stream<Placed> first = ticket.conversation().stream().flatMap(id -> said(id, ticket, Instant.MIN, language));
        Stream<Placed> others = linked.of(ticket.code()).stream()
                .filter(link -> !ticket.conversation().equals(Optional.of(link.conversation())))
                .flatMap(link -> said(link.conversation(), ticket, link.opened(), language));
        Stream<Placed> nobodys = nameless.of(ticket.code()).stream().flatMap(file -> words.alone(file).stream());
        return Stream.of(first, others, nobodys)
                .flatMap(lines -> lines)
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

    /** One conversation's lines about the ticket in the order of its turns, with times that never fall. */
    private Stream<Placed> said(long conversation, Ticket ticket, Instant since, Locale language) {
        Set<Long> secret = rows.turns(conversation, SECRET);
        Map<Long, List<Long>> events = rows.ticketEvents(conversation, ticket.code());
        List<Outbox.Sent> sent = outbox.sent(conversation);
        Predicate<Long> about = about(conversation, ticket, events.keySet(), sent);
        List<Placed> inOrder = new ArrayList<>();
        Stream.concat(
                        inbox.received(conversation).stream()
                                .filter(message -> about.test(message.turn()))
                                .map(message -> words.citizens(message, events)),
                        sent.stream()
                                .filter(reply -> reply.message()
                                        .ticket()
                                        .map(ticket.code().digits()::equals)
                                        .orElseGet(
                                                () -> about.test(reply.message().turn())))
                                .map(reply -> words.ours(reply, secret, events, language)))
                .filter(placed -> !placed.line().text().isEmpty()
                        || !placed.line().files().isEmpty())
                .sorted(Comparator.comparingLong(Placed::turn).thenComparingInt(Placed::part))
                .forEach(placed -> inOrder.add(
                        inOrder.isEmpty()
                                ? placed
                                : placed.notBefore(inOrder.getLast().about())));
        return inOrder.stream().filter(placed -> !placed.about().isBefore(since));
    }

    /** Which turns speak of the ticket: those of its report, those that changed it, and those whose reply is about it. */
    private Predicate<Long> about(long conversation, Ticket ticket, Set<Long> events, List<Outbox.Sent> sent) {
        TicketTurns.Span told = turns.told(ticket, conversation);
        Set<Long> others = ticket.urgent() ? Set.of() : turns.ofOthers(conversation, ticket.code());
        Set<Long> answered = sent.stream()
                .map(Outbox.Sent::message)
                .filter(reply -> reply.ticket().equals(Optional.of(ticket.code().digits())))
                .map(OutboundMessage::turn)
                .collect(Collectors.toSet());
        return turn -> events.contains(turn) || answered.contains(turn) || told.has(turn) && !others.contains(turn);
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
                .flatMap(line -> limits(line, ticket, text));
    }

    @Override
    public Optional<ReplyWindow> window(Ticket ticket, Optional<String> speaker, String text, Locale language) {
        return linked.current(ticket)
                .filter(_ -> ticket.contactConsent())
                .flatMap(rows::find)
                .flatMap(row -> outlooks.of(row.conversation(), ticket, speaker, text, language));
    }

    @Override
    public Channel channel(String kind) {
        Capabilities known = lines.kinds().of(kind);
        return new Channel(known.name(), known.icon());
    }

    @Override
    public File keep(Ticket ticket, String name, byte[] file) throws FileRefused {
        return files.keep(ticket, name, file);
    }

    @Override
    public List<File> files(Ticket ticket, List<String> ids) {
        return files.of(ticket, ids);
    }

    @Override
    public Optional<String> link(String attachment) {
        return Optional.ofNullable(attachments.getIfAvailable()).flatMap(files -> files.link(attachment));
    }

    private Optional<ReplyLimits> limits(Conversation line, Ticket ticket, String text) {
        String account = line.address().account();
        return outlooks.leaves(line, ticket)
                .flatMap(to -> lines.meter(to.account(), text)
                        .map(meter -> new ReplyLimits(
                                account + " (" + meter.kind() + ")",
                                meter.used(),
                                meter.fits(),
                                meter.segments(),
                                meter.maxSegments(),
                                meter.forces(),
                                allowance(to))));
    }

    private Allowance allowance(Address citizen) {
        return switch (policy.of(citizen)) {
            case OPEN -> Allowance.FREE;
            case CEILING -> Allowance.SPENT;
            case COUNTRY -> Allowance.ABROAD;
        };
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
}
