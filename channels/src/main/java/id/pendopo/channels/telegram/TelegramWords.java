package id.pendopo.channels.telegram;

import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import java.net.URI;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a reply in the words of Telegram, without any markup: what a citizen or an agent wrote is shown as it was written. */
final class TelegramWords {

    private static final Locale INDONESIAN = Locale.of("id");

    /** Tells the help centre where its article was met, for what readers then say about it. */
    private static final String MET_HERE = "via=telegram";

    private final String publicUrl;

    TelegramWords(URI publicUrl) {
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
    }

    /** The whole reply but for what its buttons say. */
    String say(OutboundMessage message) {
        Locale language = message.language();
        String words = message.blocks().stream()
                .map(block -> say(block, language))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        String said = words.isEmpty() ? onlyButtons(message, language) : words;
        return message.speaker()
                .map(name -> MessageFormat.format(words(language).getString("telegram.agent"), name) + "\n" + said)
                .orElse(said);
    }

    private String say(Block block, Locale language) {
        return switch (block) {
            case Block.Text text -> text.text();
            case Block.Choices choices -> unpressable(choices, language);
            case Block.Source source -> source(source, language);
            case Block.Link link -> link.label() + ": " + absolute(link.url());
            case Block.Media media -> (media.caption() + "\n" + words(language).getString("telegram.media")).strip();
            case Block.LocationRequest _ -> "";
            case Block.HandoverNotice notice -> notice.text();
            case Block.CallStep step -> step.text();
        };
    }

    private static String unpressable(Block.Choices choices, Locale language) {
        String lines = TelegramButtons.unpressable(choices.choices());
        return lines.isEmpty() ? "" : words(language).getString("telegram.type") + "\n" + lines;
    }

    /** A message cannot be buttons alone. */
    private static String onlyButtons(OutboundMessage message, Locale language) {
        Stream<String> prompts = message.blocks().stream()
                .filter(Block.LocationRequest.class::isInstance)
                .map(block -> ((Block.LocationRequest) block).prompt());
        boolean choices = message.blocks().stream().anyMatch(Block.Choices.class::isInstance);
        return prompts.findFirst().orElse(choices ? words(language).getString("telegram.choose") : "");
    }

    private String source(Block.Source source, Locale language) {
        return MessageFormat.format(
                words(language).getString("telegram.source"),
                source.title(),
                date(source.date(), language),
                absolute(source.url()) + (source.url().contains("?") ? "&" : "?") + MET_HERE);
    }

    private static String date(String iso, Locale language) {
        try {
            return LocalDate.parse(iso).format(DateTimeFormatter.ofPattern("d MMMM uuuu", language));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    private String absolute(String url) {
        return url.startsWith("/") ? publicUrl + url : url;
    }

    /** How a message that was passed on is shown where its words alone would mislead. */
    static String forwarded(String text, Optional<Locale> language) {
        return MessageFormat.format(words(language.orElse(INDONESIAN)).getString("telegram.forwarded"), text);
    }

    /** What a group is told. */
    static String notHere(Optional<Locale> language) {
        return words(language.orElse(INDONESIAN)).getString("telegram.group");
    }

    /** The menu beside the citizen's keyboard: a command's name and what it does. */
    static String command(String name, Locale language) {
        return words(language).getString("telegram.command." + name);
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "messages/channels-telegram", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
