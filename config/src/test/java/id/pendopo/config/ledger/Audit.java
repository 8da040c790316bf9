package id.pendopo.config.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the providers' ledger with the desk's tables: whether each message that was acknowledged, and each that only
 * stands in the provider's list, is there once and answered once, in order.
 */
final class Audit {

    private final Ledger ledger;
    private final Map<String, Inbound> inbound = new HashMap<>();
    private final Map<Turn, List<Outbound>> outbound = new HashMap<>();
    private final Map<String, Outbound> byProviderId = new HashMap<>();
    private final List<Outbound> unsure = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int lost;
    private int duplicated;
    private int outOfOrder;

    private Audit(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Turn(long conversation, long number) {}

    private record Inbound(String state, Turn turn) {}

    /** A reply; {@code to} is a line and somebody there. */
    private record Outbound(long id, Turn turn, String state, boolean possibleDuplicate, String account, String to) {

        /** Whether a person sees that it did not arrive. */
        boolean visible() {
            return state.equals("FAILED") || state.equals("UNKNOWN");
        }
    }

    /**
     * What was found.
     *
     * @param asked messages that citizens wrote, acknowledged or not
     * @param visible replies that did not arrive and that a person sees
     * @param possibleDuplicates replies that the desk itself marked so, because their provider cannot be asked
     * @param marking the lines that they went to
     * @param problems the first of them, in words
     */
    record Findings(
            int asked,
            int acknowledged,
            int lost,
            int duplicated,
            int outOfOrder,
            int visible,
            int possibleDuplicates,
            Set<String> marking,
            List<String> problems) {

        boolean clean() {
            return lost == 0 && duplicated == 0 && outOfOrder == 0;
        }
    }

    static Findings of(Ledger ledger, String database) throws SQLException {
        Audit audit = new Audit(ledger);
        audit.read(database);
        return audit.find();
    }

    /** What is not final yet, a lease that is over, or a message of the list that the desk has not seen. */
    static int open(Ledger ledger, String database) throws SQLException {
        Audit audit = new Audit(ledger);
        audit.read(database);
        int unseen = (int) ledger.entries(Ledger.What.ASKED).stream()
                .filter(asked -> !audit.inbound.containsKey(key(asked)))
                .count();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select count(*) from channels_outbound
                                 where state in ('PENDING', 'SENDING', 'RETRY') or doubt_since is not null)
                             + (select count(*) from channels_lane)
                        """)) {
            row.next();
            return unseen + row.getInt(1);
        }
    }

    private void read(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("""
                    select account || '/' || external_id, concat_ws(' ', state, reason), conversation, turn from channels_inbound
                     where event = 'MESSAGE'
                    """)) {
                while (row.next()) {
                    Inbound one = new Inbound(row.getString(2), new Turn(row.getLong(3), row.getLong(4)));
                    if (inbound.put(row.getString(1), one) != null) {
                        duplicated++;
                    }
                }
            }
            try (ResultSet row = statement.executeQuery("""
                    select id, conversation, turn, state, possible_duplicate, account, address, provider_id
                      from channels_outbound order by turn, part
                    """)) {
                while (row.next()) {
                    Turn turn = new Turn(row.getLong(2), row.getLong(3));
                    Outbound one = new Outbound(
                            row.getLong(1),
                            turn,
                            row.getString(4),
                            row.getBoolean(5),
                            row.getString(6),
                            row.getString(6) + "/" + row.getString(7));
                    outbound.computeIfAbsent(turn, _ -> new ArrayList<>()).add(one);
                    if (row.getString(8) != null) {
                        byProviderId.put(one.to() + "/" + row.getString(8), one);
                    }
                    if (one.possibleDuplicate()) {
                        unsure.add(one);
                    }
                    if (one.state().equals("UNKNOWN")) {
                        unsure.add(one);
                    }
                }
            }
        }
    }

    private static String key(Ledger.Entry message) {
        return message.account() + "/" + message.id();
    }

    /** The reply that a provider took, as far as the desk knows. */
    private Outbound known(Ledger.Entry taken) {
        return byProviderId.get(taken.account() + "/" + taken.citizen() + "/" + taken.id());
    }

    private Findings find() {
        Map<Turn, Integer> delivered = delivered();
        Set<String> acknowledged = ledger.entries(Ledger.What.ACKNOWLEDGED).stream()
                .map(Audit::key)
                .collect(Collectors.toSet());
        int visible = 0;
        for (Ledger.Entry asked : ledger.entries(Ledger.What.ASKED)) {
            visible += check(asked, acknowledged.contains(key(asked)), delivered);
        }
        order();
        return new Findings(
                ledger.entries(Ledger.What.ASKED).size(),
                acknowledged.size(),
                lost,
                duplicated,
                outOfOrder,
                visible,
                (int) replies().filter(Outbound::possibleDuplicate).count(),
                replies()
                        .filter(Outbound::possibleDuplicate)
                        .map(Outbound::account)
                        .collect(Collectors.toSet()),
                problems.stream().limit(20).toList());
    }

    private Stream<Outbound> replies() {
        return outbound.values().stream().flatMap(Collection::stream);
    }

    /** How many messages of each turn reached the provider. */
    private Map<Turn, Integer> delivered() {
        Map<Turn, Integer> delivered = new HashMap<>();
        Map<String, Integer> inResponse = new HashMap<>();
        for (Ledger.Entry answer : ledger.entries(Ledger.What.ACKNOWLEDGED)) {
            inResponse.merge(key(answer), answer.texts().size(), Math::max);
        }
        inResponse.forEach((id, texts) -> {
            if (inbound.containsKey(id)) {
                delivered.merge(inbound.get(id).turn(), texts, Integer::sum);
            }
        });
        for (Ledger.Entry taken : ledger.entries(Ledger.What.TOOK)) {
            Outbound row = known(taken);
            if (row != null) {
                delivered.merge(row.turn(), 1, Integer::sum);
            } else if (!maybeTaken(taken)) {
                duplicated++;
                problem("the provider took %s for %s, which no row knows", taken.id(), taken.citizen());
            }
        }
        return delivered;
    }

    /**
     * Whether it is a try whose end the desk did not learn; a reply that ended so, or was tried anew, explains one each.
     * Where several replies have these words, it is one that had not arrived by then: nothing is tried after it succeeded.
     */
    private boolean maybeTaken(Ledger.Entry taken) {
        List<Outbound> like = unsure.stream()
                .filter(one -> one.to().equals(taken.account() + "/" + taken.citizen()))
                .filter(one -> arrival(one)
                        .map(Ledger.Entry::texts)
                        .map(taken.texts()::equals)
                        .orElse(true))
                .toList();
        Optional<Outbound> marked = like.stream()
                .filter(one ->
                        arrival(one).map(known -> known.place() > taken.place()).orElse(true))
                .findFirst()
                .or(() -> like.stream().findFirst());
        marked.ifPresent(one -> {
            unsure.remove(one);
            byProviderId.put(taken.account() + "/" + taken.citizen() + "/" + taken.id(), one);
        });
        return marked.isPresent();
    }

    /** How a reply arrived at last, as far as the desk knows. */
    private Optional<Ledger.Entry> arrival(Outbound reply) {
        return ledger.entries(Ledger.What.TOOK).stream()
                .filter(taken -> reply.equals(known(taken)))
                .max(Comparator.comparingInt(Ledger.Entry::place));
    }

    /** How many replies to it did not arrive, visibly. */
    private int check(Ledger.Entry asked, boolean acknowledged, Map<Turn, Integer> delivered) {
        Inbound row = inbound.get(key(asked));
        if (row == null) {
            lost++;
            problem("%s %s has no row", acknowledged ? "acknowledged" : "listed", asked.id());
            return 0;
        }
        List<Outbound> replies = outbound.getOrDefault(row.turn(), List.of());
        int visible = (int) replies.stream().filter(Outbound::visible).count();
        int arrived = delivered.getOrDefault(row.turn(), 0);
        if (replies.isEmpty() || arrived + visible < replies.size()) {
            lost++;
            problem(
                    "%s (%s, turn %s): %d replies, %d arrived: %s",
                    asked.id(), row.state(), row.turn(), replies.size(), arrived, replies);
        }
        boolean marked = replies.stream().anyMatch(Outbound::possibleDuplicate);
        if (arrived > replies.size() && !marked) {
            duplicated++;
            problem(
                    "%s (turn %s): %d replies, %d arrived: %s",
                    asked.id(), row.turn(), replies.size(), arrived, replies);
        }
        return visible;
    }

    /** Within a conversation nothing of an earlier turn arrives after a later one. */
    private void order() {
        Map<Long, Long> latest = new HashMap<>();
        List<Ledger.Entry> arrived = new ArrayList<>(ledger.entries(Ledger.What.TOOK));
        ledger.entries(Ledger.What.ACKNOWLEDGED).stream()
                .filter(answer -> !answer.texts().isEmpty())
                .forEach(arrived::add);
        arrived.sort(Comparator.comparingInt(Ledger.Entry::place));
        for (Ledger.Entry entry : arrived) {
            Turn turn = turn(entry);
            if (turn == null) {
                continue;
            }
            long before = latest.getOrDefault(turn.conversation(), 0L);
            if (turn.number() < before) {
                outOfOrder++;
                problem("turn %s arrived after turn %d (%s)", turn, before, entry.what());
            }
            latest.put(turn.conversation(), Math.max(before, turn.number()));
        }
    }

    private Turn turn(Ledger.Entry entry) {
        if (entry.what() == Ledger.What.TOOK) {
            Outbound row = known(entry);
            return row == null ? null : row.turn();
        }
        Inbound row = inbound.get(key(entry));
        return row == null ? null : row.turn();
    }

    private void problem(String words, Object... what) {
        problems.add(words.formatted(what));
    }
}
