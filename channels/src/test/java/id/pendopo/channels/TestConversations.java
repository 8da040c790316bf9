package id.pendopo.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The smallest conversation: one per address, its turns counted in a locked row, every message echoed. Does what the
 * {@link Receiver} promises, so that the lines can be tested without the house above them.
 */
public final class TestConversations implements Receiver {

    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final List<AddressEvent> happened = new CopyOnWriteArrayList<>();
    private final List<MessageChanged> changed = new CopyOnWriteArrayList<>();
    private final List<String> originals = new CopyOnWriteArrayList<>();
    private final Map<Address, AttachmentRefused.Reason> refused = new ConcurrentHashMap<>();
    private final Map<Address, List<Optional<String>>> threads = new ConcurrentHashMap<>();

    TestConversations(Inbox inbox, JdbcClient jdbc, TransactionOperations transactions) {
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.transactions = transactions;
        jdbc.sql("""
                create table if not exists test_conversation (
                    id bigint generated always as identity primary key,
                    account text, address text, turns bigint not null default 0, unique (account, address))
                """).update();
    }

    List<AddressEvent> happened() {
        return happened;
    }

    List<MessageChanged> changed() {
        return changed;
    }

    /** What the changed messages said before. */
    List<String> originals() {
        return originals;
    }

    /** The tickets that somebody's messages answered, in order. */
    public List<Optional<String>> threads(Address from) {
        return threads.getOrDefault(from, List.of());
    }

    /** The files that are not kept, by whose they were. */
    public Map<Address, AttachmentRefused.Reason> refused() {
        return refused;
    }

    @Override
    public Prepared prepare(InboundMessage message) {
        return Prepared.not(message);
    }

    @Override
    public List<Turn> run(List<Prepared> messages, Turn.Mode mode) {
        List<Turn> turns = new ArrayList<>();
        for (Prepared one : messages) {
            turns.add(Objects.requireNonNull(transactions.execute(_ -> turn(one.message(), mode))));
        }
        return turns;
    }

    private Turn turn(InboundMessage message, Turn.Mode mode) {
        if (message.text().equals("racun")) {
            throw new IllegalArgumentException("nobody can handle this");
        }
        message.repliesTo()
                .ifPresent(thread -> threads.computeIfAbsent(message.from(), _ -> new CopyOnWriteArrayList<>())
                        .add(thread.ticket()));
        long conversation = conversation(message.from());
        long number = nextTurn(conversation);
        List<OutboundMessage> replies = replies(message, conversation, number);
        WebhookAnswer answer = inbox.complete(message, conversation, number, replies, mode);
        return new Turn(message, conversation, number, replies, answer);
    }

    private static List<OutboundMessage> replies(InboundMessage message, long conversation, long number) {
        return switch (message.text()) {
            case "diam" -> List.of();
            case "pilihan" -> List.of(cited(message, conversation, number));
            default -> List.of(reply(message.from(), conversation, number, "gema: " + heard(message)));
        };
    }

    private static String heard(InboundMessage message) {
        return message.choice()
                .or(() -> message.location().map(place -> place.lat() + " " + place.lon()))
                .orElse(message.text() + " " + message.attachments().size())
                .replaceFirst(" 0$", "");
    }

    /** An answer with everything that an answer can have. */
    private static OutboundMessage cited(InboundMessage message, long conversation, long number) {
        return new OutboundMessage(
                message.from(),
                conversation,
                number,
                0,
                OutboundMessage.Author.BOT,
                message.language().orElse(Locale.of("id")),
                List.of(
                        Block.Text.of("KTP-el yang hilang diganti tanpa biaya.\nBawa surat keterangan hilang dan KK."),
                        new Block.Source(
                                "KTP-el hilang", "/help/ktp-hilang", 3, "2026-11-02", "https://example.go.id/perpres"),
                        new Block.Link("Jam buka kantor", "/help/kantor"),
                        new Block.Choices(
                                List.of(new Choice("biaya", "Berapa biayanya?"), new Choice("waktu", "Berapa lama?")))),
                Optional.of("4821773021"));
    }

    /** A person at the desk writes: a turn of its own. */
    public OutboundMessage agentWrites(Outbox outbox, Address to, String text) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            long conversation = conversation(to);
            OutboundMessage message = new OutboundMessage(
                    to,
                    conversation,
                    nextTurn(conversation),
                    0,
                    OutboundMessage.Author.AGENT,
                    Locale.of("id"),
                    List.of(Block.Text.of(text)),
                    Optional.empty(),
                    Optional.of("Ani"));
            outbox.queue(message);
            return message;
        }));
    }

    private long nextTurn(long conversation) {
        return jdbc.sql("update test_conversation set turns = turns + 1 where id = :id returning turns")
                .param("id", conversation)
                .query(Long.class)
                .single();
    }

    private long conversation(Address address) {
        jdbc.sql("insert into test_conversation (account, address) values (:account, :address) on conflict do nothing")
                .param("account", address.account())
                .param("address", address.value())
                .update();
        return jdbc.sql("select id from test_conversation where account = :account and address = :address for update")
                .param("account", address.account())
                .param("address", address.value())
                .query(Long.class)
                .single();
    }

    public static OutboundMessage reply(Address to, long conversation, long turn, String text) {
        return new OutboundMessage(
                to,
                conversation,
                turn,
                0,
                OutboundMessage.Author.BOT,
                Locale.of("id"),
                List.of(Block.Text.of(text)),
                Optional.empty());
    }

    @Override
    public void changed(MessageChanged change, Inbox.Received original) {
        changed.add(change);
        originals.add(original.text());
    }

    @Override
    public void refused(Address from, AttachmentRefused.Reason reason) {
        refused.put(from, reason);
    }

    @Override
    public void happened(AddressEvent event) {
        happened.add(event);
    }
}
