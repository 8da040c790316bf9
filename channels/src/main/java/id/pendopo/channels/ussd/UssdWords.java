package id.pendopo.channels.ussd;

import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.texting.MessengerWords;
import id.pendopo.channels.texting.Pagination;
import id.pendopo.channels.texting.PlainText;
import id.pendopo.channels.texting.SmsText;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Renders a reply in the words of a screen, in plain characters, one screen after the other.
 *
 * @param language of the reply
 * @param more the key for the next screen
 */
record UssdWords(Locale language, String more) implements Pagination.Paper {

    /** What stands before each screen and takes room on it. */
    static final String GOES_ON = "CON ";

    static final String ENDS = "END ";

    /** A list that goes so far has the key itself. */
    private static final Pattern NINTH = Pattern.compile("(?m)^(?:9|\\d\\d)\\. ");

    UssdWords(Locale language) {
        this(language, "9");
    }

    /** What a screen shows of a reply, and what it keeps. */
    ChannelAccounts.Page first(List<Block> blocks) {
        String key = NINTH.matcher(say(blocks)).find() ? "99" : "9";
        return new Pagination(new UssdWords(language, key)).first(blocks);
    }

    /** How many screens a reply takes, from 1. */
    int screens(List<Block> blocks) {
        int screens = 1;
        for (List<Block> rest = first(blocks).rest();
                !rest.isEmpty();
                rest = first(rest).rest()) {
            screens++;
        }
        return screens;
    }

    /** The whole reply; an address to open, or what a button would say, only where it is all there is. */
    String say(List<Block> blocks) {
        String words = join(blocks.stream().filter(block -> !idle(block)).toList());
        return words.isEmpty() ? join(blocks) : words;
    }

    @Override
    public String say(Block block) {
        return PlainText.of(
                switch (block) {
                    case Block.Text text -> text.briefly();
                    case Block.Choices choices -> MessengerWords.numbered(choices);
                    case Block.Source source -> word("ussd.source", source.title(), source.date());
                    case Block.Link link -> link.label() + ": " + link.url();
                    case Block.Media media -> media.caption() + "\n" + word("ussd.media");
                    case Block.LocationRequest _ -> word("ussd.place");
                    case Block.HandoverNotice notice -> notice.text();
                    case Block.CallStep step -> step.text();
                });
    }

    /** What helps nobody on a screen. */
    private static boolean idle(Block block) {
        return block instanceof Block.Source || block instanceof Block.Link || block instanceof Block.LocationRequest;
    }

    private String join(List<Block> blocks) {
        return blocks.stream().map(this::say).filter(words -> !words.isEmpty()).collect(Collectors.joining("\n"));
    }

    @Override
    public boolean fits(List<Block> page) {
        return fits(say(page));
    }

    /** Whether a screen holds the words: 160 characters of GSM-7, 70 where others are among them. */
    static boolean fits(String words) {
        return SmsText.measure(GOES_ON + words).segments() <= 1;
    }

    @Override
    public Block next() {
        return Block.Text.of(word("ussd.more", more) + " " + menu());
    }

    String menu() {
        return word("ussd.menu");
    }

    @Override
    public boolean divisible(Block block) {
        return block instanceof Block.Text || block instanceof Block.Choices;
    }

    String word(String key, Object... args) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages/channels-ussd", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return MessageFormat.format(words.getString(key), args);
    }
}
