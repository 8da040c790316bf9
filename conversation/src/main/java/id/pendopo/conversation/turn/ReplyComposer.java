package id.pendopo.conversation.turn;

import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Reply;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.wording.RenderingContext;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Composes outbound messages from a decision's replies: finished words, split where the channel carries no more at
 * once.
 */
@Component
class ReplyComposer {

    private static final int RECENT = 20;

    private final Wording wording;
    private final ChannelAccounts lines;
    private final Outbox outbox;
    private final Receipts receipts;

    ReplyComposer(Wording wording, ChannelAccounts lines, Outbox outbox) {
        this.wording = wording;
        this.lines = lines;
        this.outbox = outbox;
        this.receipts = new Receipts(wording, lines);
    }

    /**
     * What a turn says.
     *
     * @param rest what the line did not say at once
     * @param receipt what is written beside, on another line
     */
    record Said(List<OutboundMessage> messages, List<Block> rest, Optional<OutboundMessage> receipt) {}

    Said of(Decision decision, ConversationRow before, Map<TicketCode, Ticket> tickets) {
        long turn = before.next();
        Conversation conversation = decision.after();
        RenderingContext around =
                RenderingContext.of(conversation, tickets).after(last(decision, conversation), before.rest());
        List<Reply> replies = conversation.paged() ? together(decision.replies()) : decision.replies();
        Locale frame = wording.frame(conversation);
        Optional<OutboundMessage> receipt =
                conversation.keyed() ? receipts.of(decision, turn, replies.size()) : Optional.empty();
        List<OutboundMessage> messages = new ArrayList<>();
        List<Block> rest = new ArrayList<>();
        for (Reply reply : replies) {
            List<Block> blocks = wording.blocks(reply, around);
            boolean announces = receipt.isPresent() && messages.isEmpty();
            ChannelAccounts.Page page = lines.page(
                    conversation.address().account(), frame, announces ? receipts.announced(blocks, frame) : blocks);
            rest.addAll(page.rest());
            if (again(reply)) {
                rest.addAll(before.rest());
            }
            messages.add(message(decision, turn, messages.size(), reply, page.now()));
        }
        return new Said(messages, rest, receipt);
    }

    /** Whether it is said once more; what was kept of it stays kept. */
    private static boolean again(Reply reply) {
        return reply.parts().contains(new Part.Again());
    }

    /** On one page there is one reply. */
    private static List<Reply> together(List<Reply> replies) {
        if (replies.size() < 2) {
            return replies;
        }
        List<Part> parts =
                replies.stream().flatMap(reply -> reply.parts().stream()).toList();
        return List.of(new Reply(parts, replies.getFirst().ticket()));
    }

    /** The decision with its asides, unless they make somebody pay for another message. */
    Decision affordable(Decision decision, Map<TicketCode, Ticket> tickets) {
        Decision briefer = Engine.briefer(decision);
        return !briefer.equals(decision) && cost(decision, tickets) > cost(briefer, tickets) ? briefer : decision;
    }

    private int cost(Decision decision, Map<TicketCode, Ticket> tickets) {
        Conversation conversation = decision.after();
        RenderingContext around = RenderingContext.of(conversation, tickets);
        return decision.replies().stream()
                .map(reply -> wording.blocks(reply, around))
                .mapToInt(
                        blocks -> lines.segments(conversation.address().account(), wording.frame(conversation), blocks))
                .sum();
    }

    /** Sends, after the commit, what goes out beside the replies. */
    void queue(Said said) {
        said.receipt().ifPresent(outbox::queue);
    }

    /** A code is no answer of the bot, which may be sent or said once more. */
    private OutboundMessage message(Decision decision, long turn, int part, Reply reply, List<Block> blocks) {
        Conversation conversation = decision.after();
        return new OutboundMessage(
                conversation.address(),
                conversation.id(),
                turn,
                part,
                decision.ending() == Ending.MOVE_OFFERED ? Author.DESK : Author.BOT,
                wording.frame(conversation),
                blocks,
                reply.ticket().map(TicketCode::digits));
    }

    /** What the bot said last; read only when it shall say it again. */
    private List<Block> last(Decision decision, Conversation conversation) {
        if (decision.replies().stream().noneMatch(ReplyComposer::again)) {
            return List.of();
        }
        List<OutboundMessage> recent = outbox.latest(conversation.address(), RECENT).stream()
                .map(Outbox.Sent::message)
                .filter(message -> message.author() == Author.BOT)
                .toList();
        long turn = recent.stream().mapToLong(OutboundMessage::turn).max().orElse(0);
        return recent.stream()
                .filter(message -> message.turn() == turn)
                .flatMap(message -> message.blocks().stream())
                .toList();
    }
}
