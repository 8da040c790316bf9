package id.pendopo.ticketing.tracking;

import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The authorisation of a browser session: which tickets it has shown to be its own, for as long as the session lasts. A
 * 16-digit receipt is a proof in itself, and so is the chat in which the ticket was reported.
 */
@Component
public class UnlockedTickets {

    private static final String PROVEN = UnlockedTickets.class.getName();
    private static final int RECEIPT = 16;

    private final ObjectProvider<Visitors> visitors;

    UnlockedTickets(ObjectProvider<Visitors> visitors) {
        this.visitors = visitors;
    }

    boolean holds(HttpServletRequest request, Ticket ticket) {
        String code = ticket.code().digits();
        return code.length() == RECEIPT
                || proven(request.getSession(false)).contains(code)
                || inSameChat(request, ticket);
    }

    private boolean inSameChat(HttpServletRequest request, Ticket ticket) {
        return ticket.conversation().isPresent()
                && Optional.ofNullable(visitors.getIfAvailable())
                        .flatMap(hall -> hall.conversation(request))
                        .equals(ticket.conversation());
    }

    public void grant(HttpServletRequest request, TicketCode code) {
        HttpSession session = request.getSession();
        Set<String> proven = new TreeSet<>(proven(session));
        proven.add(code.digits());
        session.setAttribute(PROVEN, String.join(" ", proven));
    }

    /** A text, which every node reads. */
    private static Set<String> proven(@Nullable HttpSession session) {
        return session != null && session.getAttribute(PROVEN) instanceof String kept
                ? Set.of(kept.split(" "))
                : Set.of();
    }
}
