package id.pendopo.channels.telegram;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.adapter.SendFailed;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** Tells Telegram how a bot wants its updates, and what stands in its menu. */
final class TelegramWebhook {

    /** What the desk reads: https://core.telegram.org/bots/api#update */
    static final List<String> UPDATES = List.of("message", "edited_message", "callback_query", "my_chat_member");

    /** Requests at once; few citizens write in the same second, and each turn is short. */
    private static final int CONNECTIONS = 40;

    private static final List<String> COMMANDS = List.of("menu", "lapor", "status", "petugas", "bahasa");
    private static final Logger log = LoggerFactory.getLogger(TelegramWebhook.class);

    private final TelegramApi api;
    private final String publicUrl;

    TelegramWebhook(TelegramApi api, URI publicUrl) {
        this.api = api;
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
    }

    /** Updates come by webhook or are asked for, never both: https://core.telegram.org/bots/api#getting-updates */
    void register(ChannelAccount account) throws SendFailed {
        TelegramProperties line = account.settings(TelegramProperties.class);
        if (line.polls()) {
            api.ask(line, new DeleteWebhook());
        } else {
            // https://core.telegram.org/bots/api#setwebhook
            api.ask(
                    line,
                    SetWebhook.builder()
                            .url(publicUrl + "/webhooks/" + account.name())
                            .secretToken(line.webhookSecret())
                            .maxConnections(CONNECTIONS)
                            .allowedUpdates(UPDATES)
                            .build());
        }
        menu(account, line);
    }

    /** https://core.telegram.org/bots/api#setmycommands; a bot without them serves as well. */
    private void menu(ChannelAccount account, TelegramProperties line) {
        try {
            api.ask(line, commands(Locale.of("id")));
            SetMyCommands english = commands(Locale.ENGLISH);
            english.setLanguageCode("en");
            api.ask(line, english);
        } catch (SendFailed failed) {
            log.debug("Line {}: the bot's menu was not taken ({})", account.name(), failed.code());
        }
    }

    private static SetMyCommands commands(Locale language) {
        Stream<BotCommand> menu =
                COMMANDS.stream().map(name -> new BotCommand(name, TelegramWords.command(name, language)));
        return SetMyCommands.builder().commands(menu.toList()).build();
    }
}
