package id.pendopo.ticketing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The port to the visitor's identity: who stands before a public page. Without an implementation only a code with its
 * digits opens a ticket's details.
 */
public interface Visitors {

    /** The conversation of the chat that this browser holds, by the conversation's own id; empty when it holds none. */
    Optional<Long> conversation(HttpServletRequest request);
}
