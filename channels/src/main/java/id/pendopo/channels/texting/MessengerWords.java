package id.pendopo.channels.texting;

import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import java.net.URI;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders a reply in the words of a messaging app, without any markup: what a citizen or an agent wrote is shown as it was
 * written. Buttons are the app's own; what none of them can carry is said here.
 *
 * @param publicUrl of the desk, without a slash at its end
 * @param app as people call it, in a sentence
 * @param met tells the help centre where its article was met, as {@code via}
 * @param typed the choices that no button can carry, as lines to type; empty where each has its button
 */
public record MessengerWords(String publicUrl, String app, String met, Function<Block.Choices, String> typed) {

    public static MessengerWords of(URI publicUrl, String app, String met, Function<Block.Choices, String> typed) {
        return new MessengerWords(publicUrl.toString().replaceAll("/+$", ""), app, met, typed);
    }

    /** Choices as lines, numbered as they stand. */
    public static String numbered(Block.Choices choices) {
        return choices.choices().stream()
                .map(choice -> choices.choices().indexOf(choice) + 1 + ". " + choice.label())
                .collect(Collectors.joining("\n"));
    }

    /** The whole reply but for what its buttons say. */
    public String say(OutboundMessage message) {
        Locale language = message.language();
        String words = message.blocks().stream()
                .map(block -> say(block, language))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        String said = words.isEmpty() ? onlyButtons(message.blocks(), language) : words;
        return message.speaker()
                .map(name -> (MessageFormat.format(word("messenger.agent", language), name) + "\n" + said).strip())
                .orElse(said);
    }

    /** One part of a reply. */
    public String say(Block block, Locale language) {
        return switch (block) {
            case Block.Text text -> text.text();
            case Block.Choices choices -> unpressable(choices, language);
            case Block.Source source -> source(source, language);
            case Block.Link link -> link.label() + ": " + absolute(link.url());
            case Block.Media media -> (media.caption() + "\n" + file(media, language)).strip();
            case Block.LocationRequest _ -> "";
            case Block.HandoverNotice notice -> notice.text();
            case Block.CallStep step -> step.text();
        };
    }

    private String file(Block.Media media, Locale language) {
        return media.link()
                .map(link -> MessageFormat.format(word("messenger.file", language), absolute(link)))
                .orElseGet(() -> MessageFormat.format(word("messenger.media", language), app));
    }

    /**
     * The words as the caption of a file, which no button stands below.
     *
     * @param most Unicode code points of a caption
     * @return empty when they do not fit, or have buttons
     */
    public String caption(OutboundMessage message, int most) {
        boolean pressed = message.blocks().stream()
                .anyMatch(block -> block instanceof Block.Choices || block instanceof Block.LocationRequest);
        String words = pressed ? "" : say(FileDelivery.without(message, FileDelivery.of(message)));
        return words.codePointCount(0, words.length()) <= most ? words : "";
    }

    private String unpressable(Block.Choices choices, Locale language) {
        String lines = typed.apply(choices);
        return lines.isEmpty() ? "" : word("messenger.type", language) + "\n" + lines;
    }

    /** A message cannot be buttons alone. */
    private static String onlyButtons(List<Block> blocks, Locale language) {
        Stream<String> prompts = blocks.stream()
                .filter(Block.LocationRequest.class::isInstance)
                .map(block -> ((Block.LocationRequest) block).prompt());
        boolean choices = blocks.stream().anyMatch(Block.Choices.class::isInstance);
        return prompts.findFirst().orElse(choices ? word("messenger.choose", language) : "");
    }

    private String source(Block.Source source, Locale language) {
        return MessageFormat.format(
                word("messenger.source", language),
                source.title(),
                date(source.date(), language),
                absolute(source.url()) + (source.url().contains("?") ? "&" : "?") + "via=" + met);
    }

    private static String date(String iso, Locale language) {
        try {
            return LocalDate.parse(iso).format(DateTimeFormatter.ofPattern("d MMMM uuuu", language));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    /** As whoever is outside opens it. */
    public String absolute(String url) {
        return url.startsWith("/") ? publicUrl + url : url;
    }

    /** A word of the apps' own buttons. */
    public static String word(String key, Locale language) {
        return ResourceBundle.getBundle(
                        "messages/channels-messenger",
                        language,
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
