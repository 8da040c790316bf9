package id.pendopo.conversation.linking;

import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.ticketing.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Authorizes who chats in this browser to read the tickets of that chat on public pages, without a code's digits. */
@Component
class ChatVisitors implements Visitors {

    private final id.pendopo.channels.Visitors chats;
    private final ConversationStore rows;

    ChatVisitors(id.pendopo.channels.Visitors chats, ConversationStore rows) {
        this.chats = chats;
        this.rows = rows;
    }

    @Override
    public Optional<Long> conversation(HttpServletRequest request) {
        return chats.address(request)
                .flatMap(rows::peek)
                .map(row -> row.conversation().id());
    }
}
