package id.pendopo.channels.sms;

import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import java.net.URI;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says a reply in the words of a text message. */
final class SmsWords {

    /** Choices named one by one; more are named as a range. */
    private static final int NAMED = 5;

    /** Characters of an article's title, and of what was read for it. */
    private static final int TITLE = 40;

    /** A line's end with the empty lines after it, which cost a character each. */
    private static final Pattern LINES = Pattern.compile("(?<!\\s)[^\\S\\n]*+\\n\\s*+");

    private static final Pattern ADDRESS = Pattern.compile("https?://(?:www\\.)?([^/?#]*).*");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu");

    private final String publicUrl;

    SmsWords(URI publicUrl) {
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
    }

    /**
     * The whole reply, in plain characters. A link goes along where it costs no further segment, or is all there is; the
     * name of a button for one's place, which no text message has, only where it is all there is.
     */
    String say(List<Block> blocks, Locale language) {
        List<Block> needed = without(Block.LocationRequest.class, blocks);
        String linked = join(needed, language);
        if (linked.isEmpty()) {
            return join(blocks, language);
        }
        List<Block> unlinked = without(Block.Link.class, needed);
        if (unlinked.size() == needed.size()) {
            return linked;
        }
        String words = join(unlinked, language);
        boolean free =
                SmsText.measure(linked).segments() <= SmsText.measure(words).segments();
        return free || words.isEmpty() ? linked : words;
    }

    private static List<Block> without(Class<? extends Block> kind, List<Block> blocks) {
        return blocks.stream().filter(block -> !kind.isInstance(block)).toList();
    }

    /** One part of a reply, in plain characters. */
    String say(Block block, Locale language) {
        return PlainText.of(
                switch (block) {
                    case Block.Text text -> text.briefly();
                    case Block.Choices choices -> choices(choices.choices(), words(language));
                    case Block.Source source -> source(source, language);
                    case Block.Link link -> link.label() + ": " + absolute(link.url());
                    case Block.Media media ->
                        media.caption() + "\n" + words(language).getString("sms.media");
                    case Block.LocationRequest request -> request.prompt();
                    case Block.HandoverNotice notice -> notice.text();
                    case Block.CallStep step -> step.text();
                });
    }

    /** How to ask for what did not fit. */
    Block more(Locale language) {
        return Block.Text.of(words(language).getString("sms.more"));
    }

    private String join(List<Block> blocks, Locale language) {
        return blocks.stream()
                .map(block -> dense(say(block, language)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String dense(String words) {
        return words.indexOf('\n') < 0 ? words : LINES.matcher(words).replaceAll("\n");
    }

    private static String choices(List<Choice> choices, ResourceBundle words) {
        int count = choices.size();
        if (count == 0) {
            return "";
        }
        String numbers = count <= NAMED
                ? IntStream.rangeClosed(1, count).mapToObj(Integer::toString).collect(Collectors.joining("/"))
                : "1-" + count;
        return IntStream.range(0, count)
                        .mapToObj(i -> (i + 1) + ". " + choices.get(i).label() + "\n")
                        .collect(Collectors.joining())
                + MessageFormat.format(words.getString("sms.choose"), numbers);
    }

    private static String source(Block.Source source, Locale language) {
        String key = source.source().isBlank() ? "sms.source.own" : "sms.source";
        return MessageFormat.format(
                words(language).getString(key),
                cut(source.title()),
                date(source.date(), language),
                cut(host(source.source())));
    }

    private static String date(String iso, Locale language) {
        try {
            return LocalDate.parse(iso).format(DAY.withLocale(language));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    /** Of an address, the part that a person knows it by. */
    private static String host(String source) {
        Matcher address = ADDRESS.matcher(source);
        return address.matches() ? address.group(1) : source;
    }

    private static String cut(String words) {
        if (words.length() <= TITLE) {
            return words;
        }
        int space = words.lastIndexOf(' ', TITLE);
        return words.substring(0, space > 0 ? space : TITLE);
    }

    private String absolute(String url) {
        return url.startsWith("/") ? publicUrl + url : url;
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "messages/channels-sms", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
