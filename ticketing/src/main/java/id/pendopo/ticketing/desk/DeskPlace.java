package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.lifecycle.TicketLists.Cursor;
import id.pendopo.ticketing.lifecycle.TicketLists.View;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The query parameters of the console, which list stands open beside a ticket; it travels in every address of the desk.
 *
 * @param search empty when nothing is searched; a search looks at all tickets
 */
record DeskPlace(View view, String search, Optional<Cursor> after) {

    /** As typed in an address; what is no view is the first one. */
    static DeskPlace of(String view, String search, String after) {
        View chosen = Arrays.stream(View.values())
                .filter(one -> key(one).equals(view))
                .findFirst()
                .orElse(View.NEW);
        return new DeskPlace(chosen, search.strip(), Cursor.parse(after));
    }

    static String key(View view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return key(view);
    }

    /** The ticket's page with this list beside it. */
    String address(TicketCode code) {
        return address(UriComponentsBuilder.fromPath("/desk/tickets/{code}"), code);
    }

    /** This list alone, after a ticket that somebody reaches no more. */
    String without(TicketCode code) {
        return address(UriComponentsBuilder.fromPath("/desk").queryParam("gone", "{code}"), code);
    }

    private String address(UriComponentsBuilder page, TicketCode code) {
        return page.queryParam("view", "{view}")
                .queryParamIfPresent("q", search.isEmpty() ? Optional.empty() : Optional.of("{q}"))
                .encode()
                .buildAndExpand(search.isEmpty() ? new Object[] {code, key()} : new Object[] {code, key(), search})
                .toUriString();
    }
}
