package id.pendopo.channels;

import id.pendopo.channels.adapter.ChannelAdapter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reply to look at.
 *
 * @param name what it shows, the same in each language
 * @param speaker the person at the desk who writes; empty for the bot
 * @param wordless whether its blocks hold digits alone, so that every word in it is the line's own
 */
public record Sample(
        String name,
        Locale language,
        List<Block> blocks,
        Optional<String> ticket,
        Optional<String> speaker,
        boolean wordless) {

    static Sample of(String name, Locale language, Block... blocks) {
        return new Sample(name, language, List.of(blocks), Optional.empty(), Optional.empty(), false);
    }

    Sample about(String code) {
        return new Sample(name, language, blocks, Optional.of(code), speaker, wordless);
    }

    Sample by(String person) {
        return new Sample(name, language, blocks, ticket, Optional.of(person), wordless);
    }

    Sample withoutWords() {
        return new Sample(name, language, blocks, ticket, speaker, true);
    }

    /** The choices in it, in order. */
    public List<Choice> choices() {
        return blocks.stream()
                .filter(Block.Choices.class::isInstance)
                .flatMap(block -> ((Block.Choices) block).choices().stream())
                .toList();
    }

    /** This reply to somebody, as the outbox has it: always turn 7. */
    public ChannelAdapter.Rendered to(Address citizen, List<Block> part) {
        OutboundMessage.Author author = speaker.isPresent() ? OutboundMessage.Author.AGENT : OutboundMessage.Author.BOT;
        return new ChannelAdapter.Rendered(
                1, new OutboundMessage(citizen, 1, 7, 0, author, language, part, ticket, speaker));
    }

    @Override
    public String toString() {
        return name;
    }
}
