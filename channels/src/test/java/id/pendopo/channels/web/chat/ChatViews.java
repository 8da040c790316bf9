package id.pendopo.channels.web.chat;

import id.pendopo.channels.Attachments;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.web.WebAccounts;
import id.pendopo.channels.web.sessions.ChatSession;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** What the chat page shows of a history that a test made up. */
public record ChatViews(Inbox inbox, Outbox outbox, Attachments attachments, WebAccounts accounts, Clock clock) {

    /** The model of the template. */
    public Map<String, Object> model(ChatSession visitor, MessageSource messages, Locale language) {
        ChatHistory history = new ChatHistory(inbox, outbox, attachments);
        return new ChatView(history, accounts, messages, clock)
                .of(Optional.of(visitor), language)
                .getModel();
    }
}
