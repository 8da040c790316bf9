package id.pendopo.ticketing;

import java.util.Optional;

/**
 * The actor of a history event: who did something to a ticket.
 *
 * @param login the agent's or program's log-in name; empty for citizens and the desk itself
 */
public record Actor(Kind kind, Optional<String> login) {

    public enum Kind {
        CITIZEN,
        AGENT,
        DESK
    }

    public static final Actor CITIZEN = new Actor(Kind.CITIZEN, Optional.empty());
    public static final Actor DESK = new Actor(Kind.DESK, Optional.empty());

    public static Actor agent(String login) {
        return new Actor(Kind.AGENT, Optional.of(login));
    }
}
