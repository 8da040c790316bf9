package id.pendopo.channels.texting;

import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccounts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Pagination of text messages: cuts a long reply into pages of a few segments, at the ends of sentences. */
public record SmsPages(SmsWords words) {

    /** Segments of one page; more is dear, and arrives in pieces on old telephones. */
    public static final int SEGMENTS = 3;

    /** What one reply says at once, and what it keeps until the citizen asks for more. */
    public ChannelAccounts.Page first(List<Block> blocks, Locale language) {
        return new Pagination(new Segments(this, language)).first(blocks);
    }

    private record Segments(SmsPages pages, Locale language) implements Pagination.Paper {

        @Override
        public boolean fits(List<Block> page) {
            return pages.segments(page, language) <= SEGMENTS;
        }

        @Override
        public String say(Block block) {
            return pages.words.say(block, language);
        }

        @Override
        public Block next() {
            return pages.words.more(language);
        }

        @Override
        public boolean divisible(Block block) {
            return block instanceof Block.Text;
        }
    }

    /** How many segments a whole reply is paid for as. */
    public int segments(List<Block> blocks, Locale language) {
        return SmsText.measure(words.say(blocks, language)).segments();
    }

    /** How a text is counted on a line of text messages. */
    public static ChannelAccounts.Meter meter(String kind, String text) {
        SmsText measured = SmsText.measure(PlainText.of(text));
        boolean empty = measured.units() == 0;
        return new ChannelAccounts.Meter(
                kind,
                measured.units(),
                measured.fits(),
                empty ? 0 : measured.segments(),
                SEGMENTS,
                String.join("", new LinkedHashSet<>(measured.foreign())));
    }
}
