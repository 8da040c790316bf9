package id.pendopo.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.MessageReaders;
import id.pendopo.channels.MessageReaders.Message;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Agent;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may know of a message that did not get out: whoever reaches its ticket. */
@ConversationTest
class TicketMessageReadersTests {

    private static final long ROW = 17;

    private final MessageReaders readers;
    private final Agents agents;
    private final Tickets tickets;
    private final Person citizen;

    TicketMessageReadersTests(MessageReaders readers, Agents agents, Tickets tickets, People people) {
        this.readers = readers;
        this.agents = agents;
        this.tickets = tickets;
        this.citizen = people.next();
    }

    @BeforeEach
    void supervisors() {
        agents.put(new Agent("wahyu", "Wahyu", "dinas-pupr", Scope.UNIT, true));
        agents.put(new Agent("endah", "Endah", "dinas-sosial", Scope.UNIT, true));
        agents.put(new Agent("gita", "Gita", "pusat-layanan", Scope.AGENCY, true));
    }

    @AfterEach
    void nobody() {
        List.of("wahyu", "endah", "gita").forEach(agents::remove);
    }

    @Test
    void whoeverReachesATicketOfItsConversation() {
        Ticket ticket = citizen.reports("jalan rusak depan SD 3 Sukamaju");

        assertThat(sees("wahyu", message(ticket.conversation(), Optional.empty())))
                .isTrue();
        assertThat(sees("gita", message(ticket.conversation(), Optional.empty())))
                .isTrue();
        assertThat(sees("endah", message(ticket.conversation(), Optional.empty())))
                .isFalse();
        assertThat(sees("nobody", message(ticket.conversation(), Optional.empty())))
                .isFalse();
    }

    @Test
    void whoeverReachesTheTicketThatItNamesAlone() {
        Ticket plain = citizen.reports("jalan rusak depan SD 3 Sukamaju");
        Ticket secret = tickets.handle(
                new TicketCommand.Open(new NewTicket(
                        TicketCode.random(),
                        plain.type(),
                        plain.category(),
                        "Jalan berlubang di Jalan Melati 5 Kebonsari",
                        Optional.empty(),
                        Optional.empty(),
                        Visibility.CONFIDENTIAL,
                        true,
                        plain.conversation(),
                        plain.channel(),
                        Optional.empty(),
                        plain.language(),
                        Optional.empty())),
                Actor.CITIZEN);
        String code = secret.code().digits();

        assertThat(sees(
                        "gita",
                        message(plain.conversation(), Optional.of(plain.code().digits()))))
                .isTrue();
        assertThat(sees("gita", message(plain.conversation(), Optional.of(code))))
                .isFalse();
        assertThat(sees("wahyu", message(plain.conversation(), Optional.of(code))))
                .isTrue();
    }

    @Test
    void ofWhatBelongsToNoTicketWhoeverSeesEveryUnit() {
        long conversation = citizen.say("halo").conversation();

        assertThat(sees("gita", message(Optional.of(conversation), Optional.empty())))
                .isTrue();
        assertThat(sees("wahyu", message(Optional.of(conversation), Optional.empty())))
                .isFalse();
        assertThat(sees("wahyu", message(Optional.empty(), Optional.empty()))).isFalse();
    }

    private static Message message(Optional<Long> conversation, Optional<String> ticket) {
        return new Message(ROW, conversation, ticket);
    }

    private boolean sees(String login, Message message) {
        return readers.visible(List.of(message), login).contains(ROW);
    }
}
