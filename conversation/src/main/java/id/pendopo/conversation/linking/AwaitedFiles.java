package id.pendopo.conversation.linking;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachments;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.store.ConversationStore;
import org.springframework.stereotype.Component;

/** Awaits files from whoever tells a report, has sent one, or speaks with an agent. */
@Component
class AwaitedFiles implements Attachments.UploadPermission {

    private final ConversationStore rows;

    AwaitedFiles(ConversationStore rows) {
        this.rows = rows;
    }

    @Override
    public boolean awaits(Address citizen) {
        return rows.peek(citizen).map(row -> awaits(row.conversation())).orElse(false);
    }

    private static boolean awaits(Conversation open) {
        return open.floor() != Floor.BOT
                || open.state().draft().isPresent()
                || open.state().ticketed()
                || !open.state().held().isEmpty();
    }
}
