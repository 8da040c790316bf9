package id.pendopo.channels.texting;

import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends a reply's files ahead of its words, each as a message of its own; what the provider refuses is a link in the words. The
 * first file carries the words as its caption where they fit.
 *
 * @param rest what is left to be said in words; without blocks when all is said
 * @param id the provider's, of the last file; empty when none went
 */
public record FileDelivery(OutboundMessage rest, Optional<String> id) {

    /** Sends one file. */
    @FunctionalInterface
    public interface Sender {

        /**
         * Sends it, or not.
         *
         * @param caption to go along; may be empty
         * @return the provider's id, of what is on its way; empty when the app carries no such file, and nothing was sent
         * @throws SendFailed {@code PERMANENT} when the provider refuses the file
         */
        Optional<String> send(Block.Media file, String caption) throws SendFailed;
    }

    /** Says what is left in words. */
    @FunctionalInterface
    public interface Words {

        /** @return the provider's id of the last message */
        String send(OutboundMessage rest) throws SendFailed;
    }

    /**
     * Sends the files.
     *
     * @param caption the words without the files, where the first file may carry them; else empty
     * @throws SendFailed {@code PERMANENT} "in part" when a file before it is on its way: a person decides then what becomes of
     *     the rest, since whoever tried all of it again would send that twice
     */
    public static FileDelivery ahead(OutboundMessage message, String caption, Sender sender) throws SendFailed {
        List<Block> carried = new ArrayList<>();
        Optional<String> id = Optional.empty();
        boolean said = false;
        for (Block.Media file : of(message)) {
            String words = said ? "" : caption;
            Optional<String> sent = sent(file, words, sender, id.isPresent());
            if (sent.isPresent()) {
                carried.add(file);
                said |= !words.isEmpty();
                id = sent;
            }
        }
        boolean whole = said;
        List<Block> left = message.blocks().stream()
                .filter(block -> !carried.contains(block) && (!whole || block instanceof Block.Media))
                .toList();
        return new FileDelivery(with(message, left), id);
    }

    private static Optional<String> sent(Block.Media file, String caption, Sender sender, boolean begun)
            throws SendFailed {
        try {
            return sender.send(file, caption);
        } catch (SendFailed failed) {
            if (failed.outcome() == Outcome.PERMANENT) {
                return Optional.empty();
            }
            throw begun ? inPart() : failed;
        }
    }

    /**
     * Says the rest, if there is any.
     *
     * @throws SendFailed as {@link #ahead}
     */
    public String then(Words words) throws SendFailed {
        if (id.isPresent() && rest.blocks().isEmpty()) {
            return id.get();
        }
        try {
            return words.send(rest);
        } catch (SendFailed failed) {
            throw id.isPresent() ? inPart() : failed;
        }
    }

    private static SendFailed inPart() {
        return new SendFailed(Outcome.PERMANENT, "in part", Optional.empty());
    }

    /** The files of a reply, in order. */
    public static List<Block.Media> of(OutboundMessage message) {
        return message.blocks().stream()
                .filter(Block.Media.class::isInstance)
                .map(Block.Media.class::cast)
                .toList();
    }

    /** The same reply without some of its files. */
    public static OutboundMessage without(OutboundMessage message, List<Block.Media> files) {
        return with(
                message,
                message.blocks().stream()
                        .filter(block -> !files.contains(block))
                        .toList());
    }

    private static OutboundMessage with(OutboundMessage message, List<Block> blocks) {
        return new OutboundMessage(
                message.to(),
                message.conversation(),
                message.turn(),
                message.part(),
                message.author(),
                message.language(),
                blocks,
                message.ticket(),
                message.speaker());
    }
}
