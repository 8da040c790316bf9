package id.pendopo.channels.texting;

import id.pendopo.channels.Address;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccounts;
import java.util.Optional;

/**
 * The line for text messages by which people of another line are written to.
 *
 * @param chosen the account's name; blank for the first line of text messages
 */
public record TextLine(String chosen) {

    /** The person's address there; empty without such a line, and for a number that takes no text messages. */
    public Optional<Address> of(Address person, ChannelAccounts lines) {
        return lines.all().stream()
                .filter(line -> chosen.isBlank()
                        ? lines.kinds().of(line.kind()).family() == Family.SEGMENTED
                        : line.name().equals(chosen))
                .findFirst()
                .filter(_ -> TelephoneNumber.takesTexts(person.value()))
                .map(line -> new Address(line.name(), person.value()));
    }
}
