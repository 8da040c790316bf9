package id.pendopo.channels.web.chat;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.ChatMessage;
import id.pendopo.channels.web.WebAccounts;
import id.pendopo.channels.web.sessions.ChatSession;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the chat page shows: the greeting, what was said, and forms to say more. */
@Component
final class ChatView {

    private final ChatHistory history;
    private final WebAccounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    ChatView(ChatHistory history, WebAccounts accounts, MessageSource messages, Clock clock) {
        this.history = history;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param visitor the citizen, empty at the first visit */
    ModelAndView of(Optional<ChatSession> visitor, Locale locale) {
        List<ChatEntry> said = visitor.map(history::of).orElse(List.of());
        String nonce = UUID.randomUUID().toString();
        return new ModelAndView("channels/chat")
                .addObject("title", messages.getMessage("chat.title", null, locale))
                .addObject(
                        "conversation", visitor.map(ChatSession::conversation).orElse(""))
                .addObject("send", Choice.SEND)
                .addObject("lines", said)
                .addObject("last", said.isEmpty() ? 0 : said.getLast().turn())
                .addObject("cursor", cursor(said))
                .addObject("time", ChatTime.now(clock, zone(visitor), locale))
                .addObject("nonce", nonce)
                .addObject("textId", nonce + "-t")
                .addObject("limit", ChatMessage.MAX_CHARACTERS)
                .addObject("typed", "");
    }

    /** Why a message could not be said, and what to do. */
    String words(ChatFailed failed, Locale locale) {
        return messages.getMessage(failed, locale);
    }

    private static String cursor(List<ChatEntry> said) {
        return said.stream()
                .filter(entry -> !entry.from().equals(ChatEntry.CITIZEN))
                .reduce((_, later) -> later)
                .map(ChatEntry::id)
                .orElse("0.0");
    }

    private ZoneId zone(Optional<ChatSession> visitor) {
        return visitor.map(ChatSession::account)
                .or(() -> accounts.find(Optional.empty()).map(ChannelAccount::name))
                .flatMap(account ->
                        Optional.ofNullable(accounts.settings(account).timeZone()))
                .orElse(clock.getZone());
    }
}
