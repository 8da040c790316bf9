package id.pendopo.ticketing;

import java.util.List;
import java.util.Optional;

/** The directory of agents, the people who work tickets. Accounts live elsewhere; whoever keeps them tells us here. */
public interface Agents {

    /** A new agent, or a changed one. */
    void put(Agent agent);

    /** The account is gone; open tickets go back to the unit. */
    void remove(String login);

    Optional<Agent> find(String login);

    List<Agent> all();

    /**
     * Somebody who works tickets.
     *
     * @param login the log-in name
     * @param name what citizens and colleagues read, {@code Ani}
     * @param unit the unit's key
     */
    record Agent(String login, String name, String unit) {}
}
