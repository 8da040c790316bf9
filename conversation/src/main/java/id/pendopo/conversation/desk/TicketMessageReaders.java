package id.pendopo.conversation.desk;

import id.pendopo.channels.MessageReaders;
import id.pendopo.conversation.linking.LinkedConversations;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Tickets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The access rule of messages: whoever reaches the ticket that a message is about, or one of its conversation's, may know of
 * it; of messages that belong to no ticket, whoever sees every unit.
 */
@Component
class TicketMessageReaders implements MessageReaders {

    private final Tickets.Reach reach;
    private final LinkedConversations linked;

    TicketMessageReaders(Tickets.Reach reach, LinkedConversations linked) {
        this.reach = reach;
        this.linked = linked;
    }

    @Override
    public Set<Long> visible(List<Message> messages, String login) {
        Set<TicketCode> named = reach.reached(
                messages.stream().flatMap(message -> code(message).stream()).collect(Collectors.toSet()), login);
        Map<Long, Boolean> opened = reach.openedIn(
                messages.stream()
                        .flatMap(message -> message.conversation().stream())
                        .distinct()
                        .toList(),
                login);
        boolean everyUnit = reach.everyUnit(login);
        return messages.stream()
                .filter(message -> code(message)
                        .map(named::contains)
                        .orElseGet(() -> of(message.conversation(), opened, everyUnit, login)))
                .map(Message::id)
                .collect(Collectors.toSet());
    }

    private static Optional<TicketCode> code(Message message) {
        return message.ticket().flatMap(TicketCode::parse);
    }

    private boolean of(Optional<Long> conversation, Map<Long, Boolean> opened, boolean everyUnit, String login) {
        List<TicketCode> goOnThere = conversation.stream()
                .filter(id -> !Objects.equals(opened.get(id), true))
                .flatMap(id -> linked.at(id).stream())
                .map(LinkedConversations.Link::code)
                .toList();
        Optional<Boolean> own = conversation.map(opened::get);
        return own.orElse(goOnThere.isEmpty() && everyUnit)
                || !reach.reached(goOnThere, login).isEmpty();
    }
}
