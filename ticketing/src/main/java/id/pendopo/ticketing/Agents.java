package id.pendopo.ticketing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory of agents, the people who work tickets, and of those who only read them. Accounts and keys live elsewhere;
 * whoever keeps them tells us here.
 */
public interface Agents {

    /** A data scope: which tickets somebody may see and work. */
    enum Scope {
        /** Those that are assigned to them. */
        OWN,
        /** Those of their unit. */
        UNIT,
        /** Those of every unit of their agency; one installation serves one agency. */
        AGENCY,
        /** Every ticket. */
        ALL;

        /** As commands, forms and tables write it: {@code unit}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The scope that is written so; empty when none is. */
        public static Optional<Scope> of(String key) {
            return Stream.of(values()).filter(scope -> scope.key().equals(key)).findFirst();
        }
    }

    /** A new agent, or a changed one. */
    void put(Agent agent);

    /** The account is gone; open tickets go back to the unit. */
    void remove(String login);

    Optional<Agent> find(String login);

    List<Agent> all();

    /** A program, or somebody who reads tickets and works none, new or changed. */
    void putReader(Reader reader);

    /** The key or the account is gone. */
    void removeReader(String name);

    /** Those who read tickets and work none, by name. */
    List<Reader> readers();

    /** How far an actor sees, by {@code Principal.getName()}; empty: it is neither an agent nor a reader, and sees nothing. */
    Optional<Reach> reach(String name);

    /** The units that people may belong to, by key. */
    Map<String, Names> units();

    /** The keys of the units that get new tickets; people may still belong to one that is switched off. */
    Set<String> activeUnits();

    /** The units that somebody of the office has looked through and saved; none at first, when a pack has filled them in. */
    List<Names> checkedUnits();

    /**
     * Somebody who works tickets.
     *
     * @param login the log-in name
     * @param name what citizens and colleagues read, {@code Ani}
     * @param unit the unit's key
     * @param supervises whether they read the confidential cases of their unit that its categories name nobody for
     */
    record Agent(String login, String name, String unit, Scope scope, boolean supervises) {

        /** An agent who supervises nobody. */
        public Agent(String login, String name, String unit, Scope scope) {
            this(login, name, unit, scope, false);
        }

        /** An agent who sees every ticket that is not confidential. */
        public Agent(String login, String name, String unit) {
            this(login, name, unit, Scope.ALL);
        }
    }

    /**
     * Who reads tickets and is assigned none.
     *
     * @param name what {@code Principal.getName()} is: a key's name, or a log-in name
     */
    record Reader(String name, Reach reach) {}

    /**
     * How far an actor sees.
     *
     * @param unit the key of the actor's own unit; {@link Scope#UNIT} without one reaches nothing
     */
    record Reach(Optional<String> unit, Scope scope) {}
}
