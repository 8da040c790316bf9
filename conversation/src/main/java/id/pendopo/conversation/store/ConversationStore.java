package id.pendopo.conversation.store;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.TurnEnding;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The repository of conversations and their turns. A conversation's row is the lock of its turns, and their number its
 * version.
 */
@Component
public class ConversationStore {

    /** After this silence the next message begins a new conversation, unless something is still going on. */
    private static final Duration OVER = Duration.ofDays(30);

    private static final String COLUMNS = """
            id, account, address, kind, citizen, language, language_chosen, floor, state, rest, turns, touched_at
            """;

    private final JdbcClient jdbc;
    private final Citizens citizens;
    private final ConversationCache cache;
    private final ChannelAccounts.Kinds kinds;
    private final Languages languages;
    private final StateJson json = new StateJson();

    ConversationStore(
            JdbcClient jdbc, Citizens citizens, ConversationCache cache, ChannelAccounts lines, Languages languages) {
        this.languages = languages;
        this.jdbc = jdbc;
        this.citizens = citizens;
        this.cache = cache;
        this.kinds = lines.kinds();
    }

    /** What became of a turn. */
    public record Entry(String responder, TurnEnding ending, String externalId) {}

    /** The open conversation as it stands now, unlocked. */
    public Optional<ConversationRow> peek(Address address) {
        return select("where account = :account and address = :address and closed_at is null", address);
    }

    /** The conversation that {@link #lock} would probably find at this moment, unlocked; perhaps yet to be opened. */
    public ConversationRow see(InboundMessage message, Instant now) {
        Optional<ConversationRow> open = cache.of(message.from()).or(() -> peek(message.from()));
        return open.filter(row -> !over(row, now))
                .orElseGet(() -> new ConversationRow(
                        Conversation.fresh(0, message.from(), kinds.of(message.kind()), language(message)),
                        0,
                        open.map(ConversationRow::turns).orElseGet(() -> counted(message.from())),
                        List.of(),
                        now));
    }

    /** Whether, as far as this node knows, no turn came after what was seen. Asks no database. */
    public boolean stands(ConversationRow seen) {
        return cache.of(seen.conversation().address())
                .map(known -> known.conversation().id() == seen.conversation().id() && known.turns() == seen.turns())
                .orElse(true);
    }

    /** What was seen is not so any more. */
    public void forget(Address address) {
        cache.forget(address);
    }

    private long counted(Address address) {
        return jdbc.sql("select coalesce(max(turns), 0) from conversation where account = ? and address = ?")
                .param(address.account())
                .param(address.value())
                .query(Long.class)
                .single();
    }

    /** The open conversation, locked; opened when there is none. Within a transaction. */
    public ConversationRow lock(Address address, String kind, Locale language, Instant now) {
        return locked(address).filter(row -> !over(row, now)).orElseGet(() -> {
            // Whoever waited for the row may find a fresh conversation in its place.
            locked(address).filter(row -> over(row, now)).ifPresent(row -> close(row, now));
            open(address, kind, language, now);
            return locked(address).orElseThrow();
        });
    }

    /** The open conversation of the person that a conversation was with, locked. */
    public Optional<ConversationRow> lockLine(long conversation, Instant now) {
        return find(conversation)
                .map(ConversationRow::conversation)
                .map(line -> lock(line.address(), line.kind(), line.language(), now));
    }

    /** The open conversation of the person that a conversation was with. */
    public Optional<ConversationRow> open(long conversation) {
        return find(conversation)
                .flatMap(row -> select(
                        "where account = :account and address = :address and closed_at is null",
                        row.conversation().address()));
    }

    public Optional<ConversationRow> find(long conversation) {
        return jdbc.sql("select " + COLUMNS + "from conversation where id = ?")
                .param(conversation)
                .query(this::row)
                .optional();
    }

    /**
     * A conversation after a turn, and the turn.
     *
     * @param rest what was too long for the line
     */
    public record Saved(ConversationRow before, Conversation after, List<Block> rest, Entry turn) {

        private ConversationRow now(Instant now) {
            return new ConversationRow(after.keeping(!rest.isEmpty()), before.citizen(), before.next(), rest, now);
        }
    }

    /** The next turn of a conversation that is locked; what was too long for the line stays so. */
    public void save(ConversationRow before, Conversation after, Entry turn, Instant now) {
        save(List.of(new Saved(before, after, before.rest(), turn)), now);
    }

    /**
     * Stores conversations after their turns, and the turns; within a transaction. Their rows need not be locked, and
     * none is waited for. The ids are asked for apart, or a planner that does not know how few they are reads the whole
     * table.
     *
     * @throws OptimisticLockingFailureException one of them is not as it was before, or somebody holds it; nothing of the
     *     transaction may be kept
     */
    public void save(List<Saved> turns, Instant now) {
        int saved = jdbc.sql("""
                        with done as (
                            select * from jsonb_to_recordset(cast(:turns as jsonb)) as done (
                                   id bigint, number bigint, responder text, ending text, external text, language text,
                                   chosen boolean, floor text, state jsonb, rest jsonb)),
                        held as (
                            select conversation.id from conversation
                              join done on done.id = conversation.id and done.number = conversation.turns + 1
                             where conversation.id = any(array(select id from done)) and closed_at is null
                               for no key update of conversation skip locked),
                        turn as (
                            insert into conversation_turn (conversation, number, at, responder, ending, external_id)
                            select id, number, :now, responder, ending, external from done
                            where id = any(array(select id from held)))
                        update conversation
                        set language = done.language, language_chosen = done.chosen, floor = done.floor,
                            state = done.state, rest = done.rest, turns = done.number, touched_at = :now
                        from done
                        where conversation.id = done.id and conversation.id = any(array(select id from held))""")
                .param("turns", json.write(turns))
                .param("now", utc(now))
                .update();
        if (saved < turns.size()) {
            throw new OptimisticLockingFailureException("a conversation has moved on, or somebody holds it");
        }
        turns.forEach(turn -> cache.saved(turn.now(now)));
    }

    /** The number of the turn that answered a message; the last one, if a line repeats an id that the inbox has forgotten. */
    public Optional<Long> turn(long conversation, String externalId) {
        return jdbc.sql("""
                        select number from conversation_turn where conversation = ? and external_id = ?
                        order by number desc limit 1""")
                .param(conversation)
                .param(externalId)
                .query(Long.class)
                .optional();
    }

    /** The turns of a conversation that ended in one of these ways. */
    public Set<Long> turns(long conversation, Set<TurnEnding> endings) {
        return Set.copyOf(jdbc.sql("select number from conversation_turn where conversation = ? and ending = any(?)")
                .param(conversation)
                .param(endings.stream().map(TurnEnding::name).distinct().toArray(String[]::new))
                .query(Long.class)
                .list());
    }

    /**
     * Keeps which events of tickets a turn led to or tells of; the conversation is locked. Nothing leads from here to a
     * ticket that does not name its conversation, and the opening is told by the ticket itself.
     */
    public void keepTicketEvents(long conversation, long turn, List<Ticket> after) {
        after.stream()
                .filter(ticket -> ticket.conversation().isPresent() && ticket.version() > 1)
                .forEach(ticket -> keepTicketEvent(conversation, turn, ticket));
    }

    private void keepTicketEvent(long conversation, long turn, Ticket ticket) {
        jdbc.sql("""
                        insert into conversation_ticket_event (conversation, turn, code, version)
                        values (:conversation, :turn, :code, :version) on conflict do nothing""")
                .param("conversation", conversation)
                .param("turn", turn)
                .param("code", ticket.code().digits())
                .param("version", ticket.version())
                .update();
    }

    /** A ticket's events by the turns of a conversation, each by the version that it gave the ticket. */
    public Map<Long, List<Long>> ticketEvents(long conversation, TicketCode code) {
        Map<Long, List<Long>> events = new HashMap<>();
        jdbc.sql("""
                        select turn, version from conversation_ticket_event
                        where conversation = ? and code = ? order by version""").param(conversation).param(code.digits()).query((RowCallbackHandler)
                row -> events.computeIfAbsent(row.getLong("turn"), _ -> new ArrayList<>())
                        .add(row.getLong("version")));
        return events;
    }

    private Optional<ConversationRow> locked(Address address) {
        return select("where account = :account and address = :address and closed_at is null for update", address);
    }

    private Optional<ConversationRow> select(String where, Address address) {
        return jdbc.sql("select " + COLUMNS + "from conversation " + where)
                .param("account", address.account())
                .param("address", address.value())
                .query(this::row)
                .optional();
    }

    private static boolean over(ConversationRow row, Instant now) {
        return row.conversation().floor() == Floor.BOT
                && !row.conversation().state().ticketed()
                && Duration.between(row.touched(), now).compareTo(OVER) > 0;
    }

    private void close(ConversationRow row, Instant now) {
        jdbc.sql("update conversation set closed_at = ? where id = ?")
                .param(utc(now))
                .param(row.conversation().id())
                .update();
    }

    private void open(Address address, String kind, Locale language, Instant now) {
        Conversation fresh = Conversation.fresh(0, address, kinds.of(kind), language);
        jdbc.sql("""
                        insert into conversation
                            (account, address, kind, citizen, language, floor, state, turns, opened_at, touched_at)
                        select :account, :address, :kind, :citizen, :language, 'BOT', cast(:state as jsonb),
                               coalesce(max(turns), 0), :now, :now
                        from conversation where account = :account and address = :address
                        on conflict (account, address) where closed_at is null do nothing""")
                .param("account", address.account())
                .param("address", address.value())
                .param("kind", kind)
                .param("citizen", citizens.at(address, language, now))
                .param("language", language.toLanguageTag())
                .param("state", json.write(fresh.state()))
                .param("now", utc(now))
                .update();
    }

    private ConversationRow row(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        long turns = row.getLong("turns");
        Optional<String> rest = Optional.ofNullable(row.getString("rest"));
        Address address = new Address(row.getString("account"), row.getString("address"));
        Optional<Conversation> seen = cache.of(address, id, turns).map(ConversationRow::conversation);
        return new ConversationRow(
                seen.isPresent() ? seen.get() : conversation(row, id, address, rest.isPresent()),
                row.getLong("citizen"),
                turns,
                rest.map(json::blocks).orElse(List.of()),
                row.getObject("touched_at", OffsetDateTime.class).toInstant());
    }

    private Conversation conversation(ResultSet row, long id, Address address, boolean more) throws SQLException {
        return new Conversation(
                id,
                address,
                kinds.of(row.getString("kind")),
                Locale.forLanguageTag(row.getString("language")),
                row.getBoolean("language_chosen"),
                Floor.valueOf(row.getString("floor")),
                more,
                json.read(id, row.getString("state")));
    }

    public static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** The line's default language, before anything was said. */
    public Locale language(InboundMessage message) {
        return message.language().flatMap(languages::known).orElseGet(languages::main);
    }
}
