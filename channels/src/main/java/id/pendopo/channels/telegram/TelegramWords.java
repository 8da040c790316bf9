package id.pendopo.channels.telegram;

import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.texting.MessengerWords;
import java.net.URI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The desk's words on Telegram: of replies, as on every messaging app, and of its own menu and groups. */
final class TelegramWords {

    private static final Locale INDONESIAN = Locale.of("id");

    private final MessengerWords words;

    TelegramWords(URI publicUrl) {
        this.words = MessengerWords.of(
                publicUrl, "Telegram", "telegram", choices -> TelegramButtons.unpressable(choices.choices()));
    }

    /** The whole reply but for what its buttons say. */
    String say(OutboundMessage message) {
        return words.say(message);
    }

    /** What a reply's first file may say below it; empty when the words go by themselves. */
    String caption(OutboundMessage message) {
        return words.caption(message, TelegramUploads.LONGEST_CAPTION);
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
