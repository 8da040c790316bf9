package id.pendopo.conversation.turn;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.TicketCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Composes the text message that gives a caller in writing what nobody can keep from a call, nor from a screen that vanishes: the
 * number of a ticket that was opened in it.
 */
final class Receipts {

    private final Wording wording;
    private final ChannelAccounts lines;

    Receipts(Wording wording, ChannelAccounts lines) {
        this.wording = wording;
        this.lines = lines;
    }

    /**
     * What is written to the caller; empty for a number that takes no text message, and for anonymous
     * reports, of which nothing shall be found on the telephone. Whoever is in danger has another call to make.
     */
    Optional<OutboundMessage> of(Decision decision, long turn, int part) {
        Conversation call = decision.after();
        return opened(decision)
                .filter(_ -> decision.ending() != Ending.EMERGENCY)
                .flatMap(code -> lines.written(call.address()).map(to -> receipt(call, to, code, turn, part)));
    }

    private static Optional<TicketCode> opened(Decision decision) {
        return decision.commands().stream()
                .filter(Command.Open.class::isInstance)
                .map(command -> ((Command.Open) command).ticket())
                .filter(ticket -> ticket.conversation().isPresent())
                .map(NewTicket::code)
                .findFirst();
    }

    private OutboundMessage receipt(Conversation call, Address to, TicketCode code, long turn, int part) {
        String key = call.paged() ? "page.receipt" : "call.receipt";
        Block words = new Block.Text(
                wording.text(key, wording.frame(call), code.grouped()),
                Optional.of(wording.text(key + ".brief", wording.frame(call), code.grouped())),
                Optional.empty());
        return new OutboundMessage(
                to,
                call.id(),
                turn,
                part,
                OutboundMessage.Author.DESK,
                wording.frame(call),
                List.of(words),
                Optional.of(code.digits()));
    }

    /** The reply's blocks with a word about it, right after the number was said. */
    List<Block> announced(List<Block> reply, Locale language) {
        List<Block> blocks = new ArrayList<>(reply);
        blocks.add(1, Block.Text.of(wording.text("call.texted", language)));
        return blocks;
    }
}
