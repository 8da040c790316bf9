package id.pendopo.conversation.duty;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.DeskEnding;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Reply;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.wording.RenderingContext;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Alarms.Ring;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Rings people on duty by the desk's own lines: a turn of the desk in the conversation with each, whose message the outbox
 * sends and calls.
 */
@Component
class DutyRinger implements Alarms.Telephone {

    /** Of the citizen's words as many as fit a text message of two segments beside the rest. */
    private static final int EXCERPT = 120;

    private final ChannelAccounts lines;
    private final DutyProperties settings;
    private final ConversationStore rows;
    private final Outbox outbox;
    private final Wording wording;
    private final Languages languages;
    private final Clock clock;

    DutyRinger(
            ChannelAccounts lines,
            DutyProperties settings,
            ConversationStore rows,
            Outbox outbox,
            Wording wording,
            Languages languages,
            Clock clock) {
        this.lines = lines;
        this.settings = settings;
        this.rows = rows;
        this.outbox = outbox;
        this.wording = wording;
        this.languages = languages;
        this.clock = clock;
    }

    @Override
    public Set<Means> available() {
        Set<Means> available = EnumSet.noneOf(Means.class);
        for (Means means : Means.values()) {
            line(means).ifPresent(_ -> available.add(means));
        }
        return available;
    }

    private Optional<ChannelAccount> line(Means means) {
        return switch (means) {
            case SMS -> line(Family.SEGMENTED, settings.smsAccount());
            case CALL -> line(Family.SPOKEN, settings.callAccount());
            case DESK -> Optional.empty();
        };
    }

    private Optional<ChannelAccount> line(Family family, String chosen) {
        return lines.all().stream()
                .filter(line -> lines.kinds().of(line.kind()).family() == family)
                .filter(line -> chosen.isBlank() || line.name().equals(chosen))
                .findFirst();
    }

    @Override
    public void ring(Ring ring) {
        ring.by().stream().sorted().flatMap(means -> line(means).stream()).forEach(line -> ring(ring, line));
    }

    private void ring(Ring ring, ChannelAccount line) {
        DutyChoice choice = DutyChoice.of(ring);
        Address phone = new Address(line.name(), ring.phone());
        ConversationRow row = rows.lock(phone, line.kind(), languages.main(), clock.instant());
        Conversation asked = row.conversation().with(row.conversation().state().offering(List.of(choice.id())));
        rows.save(row, asked, new ConversationStore.Entry("desk", DeskEnding.DUTY_RUNG, ""), clock.instant());
        outbox.queue(new OutboundMessage(
                phone,
                asked.id(),
                row.next(),
                0,
                OutboundMessage.Author.BOT, // Rung twice is a nuisance, not rung is a danger.
                languages.main(),
                blocks(ring.ticket(), choice, asked),
                Optional.empty()));
    }

    private List<Block> blocks(Ticket ticket, DutyChoice choice, Conversation asked) {
        Part said = Part.say(
                DeskEnding.DUTY_RUNG.key(),
                new Arg.Code(ticket.code()),
                new Arg.Term("ticketing.danger." + ticket.danger().orElse(Danger.OTHER)),
                new Arg.Excerpt(ticket.description(), EXCERPT));
        Part take =
                Part.offer(Part.option(choice.id(), DeskEnding.DUTY_RUNG.keys().getLast()));
        RenderingContext around = RenderingContext.of(asked.in(languages.main()), Map.of());
        return wording.blocks(new Reply(List.of(said, take), Optional.empty()), around);
    }
}
