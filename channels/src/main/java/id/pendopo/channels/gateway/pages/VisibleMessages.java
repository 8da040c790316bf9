package id.pendopo.channels.gateway.pages;

import id.pendopo.channels.MessageReaders;
import id.pendopo.channels.MessageReaders.Message;
import id.pendopo.channels.gateway.inbound.InboundRow;
import id.pendopo.channels.gateway.outbound.OutboxRow;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The filter of message rows for whoever looks at them: a row that they may not know of is as one that is not there. */
@Component
class VisibleMessages {

    private final ObjectProvider<MessageReaders> readers;

    VisibleMessages(ObjectProvider<MessageReaders> readers) {
        this.readers = readers;
    }

    /** Those that somebody may know of, in the order given. */
    List<OutboxRow> of(List<OutboxRow> rows, @Nullable Principal who) {
        MessageReaders rule = readers.getIfAvailable();
        if (rule == null || rows.isEmpty()) {
            return rows;
        }
        Set<Long> visible = rule.visible(
                rows.stream()
                        .map(row -> new Message(row.id(), Optional.of(row.conversation()), row.ticket()))
                        .toList(),
                login(who));
        return rows.stream().filter(row -> visible.contains(row.id())).toList();
    }

    boolean shows(OutboxRow row, @Nullable Principal who) {
        return !of(List.of(row), who).isEmpty();
    }

    boolean shows(InboundRow row, @Nullable Principal who) {
        MessageReaders rule = readers.getIfAvailable();
        Message message = new Message(row.id(), Optional.ofNullable(row.conversation()), Optional.empty());
        return rule == null || rule.visible(List.of(message), login(who)).contains(row.id());
    }

    /** Nobody where the module runs alone and asks nobody to log in. */
    private static String login(@Nullable Principal who) {
        return who == null ? "" : who.getName();
    }
}
