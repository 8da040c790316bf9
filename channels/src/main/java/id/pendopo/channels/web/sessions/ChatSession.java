package id.pendopo.channels.web.sessions;

import id.pendopo.channels.Address;
import java.util.Locale;
import java.util.Optional;

/**
 * A chat session: one citizen's place in the web chat, proved by its token.
 *
 * @param conversation the public id, also the value of the citizen's address
 * @param language what the client asked for when it began, empty if it did not say
 */
public record ChatSession(String conversation, String account, Optional<Locale> language) {

    public Address address() {
        return new Address(account, conversation);
    }
}
