package id.pendopo.channels.texting;

import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccounts;
import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pagination: cuts a long reply where a page ends, at the end of a sentence or line where there is one.
 *
 * @param paper what a page holds
 */
public record Pagination(Paper paper) {

    /** The pages of a line, in one language. */
    public interface Paper {

        boolean fits(List<Block> page);

        /** The words of one block. */
        String say(Block block);

        /** How to ask for what did not fit; takes room on its page. */
        Block next();

        /** Whether a block may be torn although a page of its own would hold it. */
        boolean divisible(Block block);
    }

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?][\"')\\]]*\\s+|\\n");
    private static final Pattern WORD_END = Pattern.compile("\\s+");

    /** A full stop after one of these does not end a sentence. */
    private static final Set<String> ABBREVIATED = Set.of(
            "bpk", "dr", "gg", "hlm", "jl", "kab", "kec", "kel", "mr", "mrs", "no", "ny", "pukul", "rp", "sdr", "telp",
            "tgl", "tn");

    /** What one reply says at once, and what it keeps until the citizen asks for more. */
    public ChannelAccounts.Page first(List<Block> blocks) {
        if (paper.fits(blocks)) {
            return new ChannelAccounts.Page(blocks, List.of());
        }
        Predicate<List<Block>> fits = page -> paper.fits(with(page, paper.next()));
        List<Block> now = new ArrayList<>();
        Deque<Block> rest = new ArrayDeque<>(blocks);
        while (!rest.isEmpty() && fits.test(with(now, rest.peek()))) {
            now.add(rest.poll());
        }
        if (rest.isEmpty()) {
            return new ChannelAccounts.Page(blocks, List.of());
        }
        String text = paper.say(rest.peek());
        int end = end(text, now, paper.divisible(rest.peek()) || !fits.test(List.of(rest.peek())), fits);
        if (end > 0) {
            rest.poll();
            now.add(Block.Text.of(text.substring(0, end).strip()));
            rest.push(Block.Text.of(text.substring(end).strip()));
        }
        now.add(paper.next());
        return new ChannelAccounts.Page(now, List.copyOf(rest));
    }

    /**
     * Where to cut what comes next: 0 to begin the next page with it. A page that is still empty takes something.
     *
     * @param divisible whether it is words, or more than any page holds
     */
    private static int end(String text, List<Block> now, boolean divisible, Predicate<List<Block>> fits) {
        Predicate<String> goes = head -> fits.test(with(now, Block.Text.of(head)));
        int sentence = divisible || now.isEmpty() ? last(SENTENCE_END, text, goes) : 0;
        if (sentence > 0 || !now.isEmpty()) {
            return sentence;
        }
        int word = last(WORD_END, text, goes);
        return word > 0 ? word : lastCharacter(text, goes);
    }

    private static int last(Pattern end, String text, Predicate<String> goes) {
        Matcher ends = end.matcher(text);
        int last = 0;
        while (ends.find() && goes.test(text.substring(0, ends.end()).strip())) {
            last = abbreviated(text.substring(0, ends.start())) ? last : ends.end();
        }
        return last;
    }

    /** Nor does one after the number with which a line begins. */
    private static boolean abbreviated(String before) {
        String line = before.substring(before.lastIndexOf('\n') + 1);
        String word = line.substring(line.lastIndexOf(' ') + 1);
        return ABBREVIATED.contains(word.toLowerCase(Locale.ROOT)) || line.matches("\\d+");
    }

    private static int lastCharacter(String text, Predicate<String> goes) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int last = characters.next();
        for (int end = last; end != BreakIterator.DONE && goes.test(text.substring(0, end)); end = characters.next()) {
            last = end;
        }
        return last;
    }

    private static List<Block> with(List<Block> blocks, Block more) {
        List<Block> all = new ArrayList<>(blocks);
        all.add(more);
        return all;
    }
}
