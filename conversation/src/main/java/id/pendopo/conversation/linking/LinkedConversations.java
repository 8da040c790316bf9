package id.pendopo.conversation.linking;

import id.pendopo.channels.ChannelAccounts;
import id.pendopo.conversation.store.Citizens;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The conversations that a ticket is linked to beside the one where it was opened, since its citizen has proved there
 * that it is theirs. Answers are routed to where the citizen last spoke of it.
 */
@Component
public class LinkedConversations {

    /** A number with its country's: nobody else has it. */
    private static final Pattern TELEPHONE = Pattern.compile("\\+\\d{7,}");

    private final JdbcClient jdbc;
    private final ConversationStore rows;
    private final Citizens citizens;
    private final ChannelAccounts lines;

    LinkedConversations(JdbcClient jdbc, ConversationStore rows, Citizens citizens, ChannelAccounts lines) {
        this.citizens = citizens;
        this.jdbc = jdbc;
        this.rows = rows;
        this.lines = lines;
    }

    /**
     * A conversation in which the citizen goes on with a ticket.
     *
     * @param opened since when
     */
    public record Link(TicketCode code, long conversation, Instant opened) {}

    /** The conversation that the citizen hears answers in; empty when there is none. */
    public Optional<Long> current(Ticket ticket) {
        return of(ticket.code()).stream()
                .map(Link::conversation)
                .filter(this::reachable)
                .findFirst()
                .or(ticket::conversation);
    }

    /** A caller whose number takes no text message hears nothing later. */
    private boolean reachable(long conversation) {
        return rows.find(conversation)
                .flatMap(row -> lines.written(row.conversation().address()))
                .isPresent();
    }

    /** Where a ticket went on, the latest first. */
    public List<Link> of(TicketCode code) {
        return jdbc.sql("""
                        select code, conversation, opened_at from conversation_door
                        where code = ? order by spoken_at desc, conversation desc""")
                .param(code.digits())
                .query(LinkedConversations::link)
                .list();
    }

    /** Every conversation in which the citizen speaks of a ticket that has moved; of one that never did, none. */
    public List<Long> all(Ticket ticket) {
        List<Long> moved = of(ticket.code()).stream().map(Link::conversation).toList();
        return moved.isEmpty()
                ? List.of()
                : Stream.concat(moved.stream(), ticket.conversation().stream())
                        .distinct()
                        .toList();
    }

    /** What goes on in a conversation. */
    public List<Link> at(long conversation) {
        return jdbc.sql("select code, conversation, opened_at from conversation_door where conversation = ?")
                .param(conversation)
                .query(LinkedConversations::link)
                .list();
    }

    /**
     * The conversations with the person of one: those of the same number, and those where a ticket of one went on in the
     * other.
     */
    public List<Long> ofPerson(long conversation) {
        return rows.find(conversation).map(this::ofPerson).orElseGet(() -> List.of(conversation));
    }

    private List<Long> ofPerson(ConversationRow row) {
        Set<Long> people = new HashSet<>(Set.of(row.citizen()));
        String address = row.conversation().address().value();
        if (TELEPHONE.matcher(address).matches()) {
            people.addAll(citizens.everywhere(address));
        }
        at(row.conversation().id())
                .forEach(link -> citizens.reporter(link.code()).ifPresent(people::add));
        citizens.tickets(row.citizen()).stream()
                .flatMap(code -> of(code).stream())
                .flatMap(link -> rows.find(link.conversation()).stream())
                .map(ConversationRow::citizen)
                .forEach(people::add);
        return citizens.conversations(people);
    }

    /** Whether a conversation leads to a ticket of another conversation. */
    public boolean lead(TicketCode code, long conversation) {
        return jdbc.sql("select count(*) > 0 from conversation_door where code = ? and conversation = ?")
                .param(code.digits())
                .param(conversation)
                .query(Boolean.class)
                .single();
    }

    /** The ticket goes on in this conversation. */
    void open(TicketCode code, long conversation, Instant now) {
        jdbc.sql("""
                        insert into conversation_door (code, conversation, opened_at, spoken_at)
                        values (:code, :conversation, :now, :now)
                        on conflict (code, conversation) do update set spoken_at = :now""")
                .param("code", code.digits())
                .param("conversation", conversation)
                .param("now", ConversationStore.utc(now))
                .update();
    }

    /** The citizen spoke of the ticket in this conversation; of a ticket that never moved nothing is noted. */
    public void spoken(TicketCode code, long conversation, Instant now) {
        jdbc.sql("""
                        insert into conversation_door (code, conversation, opened_at, spoken_at)
                        select :code, :conversation, :now, :now
                        where exists (select from conversation_door where code = :code)
                        on conflict (code, conversation) do update set spoken_at = :now""")
                .param("code", code.digits())
                .param("conversation", conversation)
                .param("now", ConversationStore.utc(now))
                .update();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                new TicketCode(row.getString("code")),
                row.getLong("conversation"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
