package id.pendopo.conversation.desk;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.ChannelAccounts.ReplyWindows.Outlook;
import id.pendopo.channels.DeliveryReasons;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.ticketing.Correspondence.Passage;
import id.pendopo.ticketing.Correspondence.ReplyWindow;
import id.pendopo.ticketing.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The reply windows of citizens' lines as the desk meets them: by which line and in which words a reply would leave now. */
@Component
class ReplyOutlooks {

    /** What stands for a reply of which nothing is written yet. */
    private static final String UNWRITTEN = "…";

    private final ChannelAccounts lines;
    private final ChannelAccounts.ReplyWindows windows;
    private final DeliveryReasons reasons;

    ReplyOutlooks(ChannelAccounts lines, ChannelAccounts.ReplyWindows windows, DeliveryReasons reasons) {
        this.lines = lines;
        this.windows = windows;
        this.reasons = reasons;
    }

    /** Where a message leaves for: on another line of the same person if its own is closed and that one is named for it. */
    Address leaves(OutboundMessage message) {
        return windows.outlook(message).flatMap(Outlook::elsewhere).orElse(message.to());
    }

    /** Whether a message would not go as it is. */
    boolean closed(OutboundMessage message) {
        return windows.outlook(message).filter(outlook -> !outlook.free()).isPresent();
    }

    /** Where an agent's reply leaves for; empty when the citizen cannot be written to. */
    Optional<Address> leaves(Conversation line, Ticket ticket) {
        return lines.written(line.address()).map(to -> leaves(reply(to, line, ticket, Optional.empty(), "")));
    }

    /** Empty on a line without a window. */
    Optional<ReplyWindow> of(Conversation line, Ticket ticket, Optional<String> speaker, String text, Locale reader) {
        return lines.written(line.address())
                .flatMap(to -> windows.outlook(reply(to, line, ticket, speaker, text)))
                .map(outlook -> window(outlook, reader));
    }

    private ReplyWindow window(Outlook outlook, Locale reader) {
        Passage passage = outlook.free()
                ? Passage.FREE
                : outlook.template().isPresent()
                        ? Passage.TEMPLATE
                        : outlook.elsewhere().isPresent() ? Passage.TEXT_MESSAGE : Passage.NONE;
        return new ReplyWindow(
                outlook.until(),
                passage,
                outlook.template().map(Outlook.Template::name).orElse(""),
                outlook.template().map(Outlook.Template::text).orElse(""),
                outlook.refusal().map(reason -> reasons.inWords(reason, reader)).orElse(""));
    }

    private static OutboundMessage reply(
            Address to, Conversation line, Ticket ticket, Optional<String> speaker, String text) {
        return new OutboundMessage(
                to,
                line.id(),
                0,
                0,
                OutboundMessage.Author.AGENT,
                line.language(),
                List.of(Block.Text.of(text.isBlank() ? UNWRITTEN : text)),
                Optional.of(ticket.code().digits()),
                speaker);
    }
}
