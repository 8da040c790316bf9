package id.pendopo.channels.texting;

import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.ui.CountryPack;
import java.net.URI;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Renders a reply in the words of a text message.
 *
 * @param publicUrl of the desk, without a slash at its end
 * @param authorities what the names of authorities begin with
 */
public record SmsWords(String publicUrl, Pattern authorities) {

    /** Choices named one by one; more are named as a range. */
    private static final int NAMED = 5;

    /** A line's end with the empty lines after it, which cost a character each. */
    private static final Pattern LINES = Pattern.compile("(?<!\\s)[^\\S\\n]*+\\n\\s*+");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yy");

    /** @param pack whose authorities are named short */
    public static SmsWords of(URI publicUrl, CountryPack pack) {
        return new SmsWords(
                publicUrl.toString().replaceAll("/+$", ""),
                SourceNames.authorities(
                        pack.setting("authorities").map(CountryPack::parts).orElse(List.of())));
    }

    /**
     * The whole reply, in plain characters. A source is named in as many words as cost no further segment, and a link goes
     * along where it costs none, unless either is all there is; the name of a button for one's place, which no text message
     * has, only where it is all there is.
     */
    public String say(List<Block> blocks, Locale language) {
        List<Block> needed = without(Block.LocationRequest.class, blocks);
        List<Block> unlinked = without(Block.Link.class, needed);
        String words = sourced(unlinked, language);
        if (unlinked.size() == needed.size()) {
            return words.isEmpty() ? join(blocks, language, 0) : words;
        }
        String linked = sourced(needed, language);
        boolean free =
                SmsText.measure(linked).segments() <= SmsText.measure(words).segments();
        return free || words.isEmpty() ? linked : words;
    }

    private String sourced(List<Block> blocks, Locale language) {
        String bare = join(without(Block.Source.class, blocks), language, 0);
        int form = 0;
        String words = join(blocks, language, form);
        int paid = SmsText.measure(bare).segments();
        while (!bare.isEmpty() && !words.equals(bare) && SmsText.measure(words).segments() > paid) {
            words = join(blocks, language, ++form);
        }
        return words;
    }

    private static List<Block> without(Class<? extends Block> kind, List<Block> blocks) {
        return blocks.stream().filter(block -> !kind.isInstance(block)).toList();
    }

    /** One part of a reply, in plain characters. */
    String say(Block block, Locale language) {
        return say(block, language, 0);
    }

    /** @param form of a source: 0 for the longest; the shortest is empty */
    private String say(Block block, Locale language, int form) {
        return PlainText.of(
                switch (block) {
                    case Block.Text text -> text.briefly();
                    case Block.Choices choices -> choices(choices.choices(), words(language));
                    case Block.Source source -> source(source, language, form);
                    case Block.Link link -> link.label() + ": " + absolute(link.url());
                    case Block.Media media -> media.caption() + "\n" + file(media, words(language));
                    case Block.LocationRequest request -> request.prompt();
                    case Block.HandoverNotice notice -> notice.text();
                    case Block.CallStep step -> step.text();
                });
    }

    /** How to ask for what did not fit. */
    Block more(Locale language) {
        return Block.Text.of(words(language).getString("sms.more"));
    }

    private String join(List<Block> blocks, Locale language, int form) {
        return blocks.stream()
                .map(block -> dense(say(block, language, form)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String dense(String words) {
        return words.indexOf('\n') < 0 ? words : LINES.matcher(words).replaceAll("\n");
    }

    private String file(Block.Media media, ResourceBundle words) {
        return media.link()
                .map(link -> MessageFormat.format(words.getString("sms.file"), absolute(link)))
                .orElseGet(() -> words.getString("sms.media"));
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

    private String source(Block.Source source, Locale language, int form) {
        List<String> forms = sources(source, words(language), date(source.date()));
        return form < forms.size() ? forms.get(form) : "";
    }

    /** With the day, without it, and with nothing but a name; an article without a source is its own. */
    private List<String> sources(Block.Source source, ResourceBundle words, String day) {
        List<String> found = SourceNames.of(source.source(), authorities);
        List<String> called = found.isEmpty() ? List.of(source.title()) : found;
        return Stream.of("sms.source", "sms.source.undated", "sms.source.bare")
                .flatMap(form -> called.stream().map(name -> MessageFormat.format(words.getString(form), name, day)))
                .toList();
    }

    private static String date(String iso) {
        try {
            return LocalDate.parse(iso).format(DAY);
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    private String absolute(String url) {
        return url.startsWith("/") ? publicUrl + url : url;
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "messages/channels-sms", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
